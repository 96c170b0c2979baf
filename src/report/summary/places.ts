/** Where Summary's parts stand. The upper part never moves, so that formulas elsewhere may point at it. */

export const LEFT = 0;
export const RIGHT = 5;
/** Columns on the printed page. */
export const PRINTED = 10;
export const WIDTHS = [42, 14, 14, 23, 12, 42, 14, 14, 14, 14] as const;

export const HEADLINES = 3;
export const TOTALS = 8;
/** Booked, Invoiced, Recognised, Cash stand here, one a row, in the column after the labels. */
export const TOTALS_BODY = TOTALS + 2;
export const ROLL_FORWARD = 16;
export const CLOSING_REASONS = 8;
export const SIGN_OFF = 25;
export const BRIDGES = 30;

/** Figures behind the charts, right of the printed page. */
export const CHART_FIGURES = { row: BRIDGES, column: 12 } as const;
