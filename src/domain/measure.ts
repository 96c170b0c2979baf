/** The four measures and the three gaps between them. */

export const MEASURES = ['booked', 'invoiced', 'recognised', 'cash'] as const;
export type Measure = (typeof MEASURES)[number];

/** BI booked less invoiced · IR invoiced less recognised · IC invoiced less cash. */
export const GAPS = ['BI', 'IR', 'IC'] as const;
export type Gap = (typeof GAPS)[number];

/** What stands left and right of each gap's minus sign. */
export const GAP_SIDES: Readonly<Record<Gap, { readonly left: Measure; readonly right: Measure }>> = {
  BI: { left: 'booked', right: 'invoiced' },
  IR: { left: 'invoiced', right: 'recognised' },
  IC: { left: 'invoiced', right: 'cash' },
};
