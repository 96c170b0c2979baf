/** Colours of the sheets: told apart by colour-blind eyes too, text at 4.5:1 or better, a word always beside them. */

import type { ReasonClass, Treatment } from '../domain/reconciliation';
import type { MarkPlan } from './plan';

export const INK = '#1F2933';
export const QUIET = '#55606A';
export const RULE = '#9AA5B1';
export const BAND = '#EEF2F6';
/** Ground of cells that people fill in. */
export const TYPED = '#FFFBE6';
export const HEAD = '#22384F';
export const HEAD_INK = '#FFFFFF';
export const REFUSED = '#FBE3DD';

/**
 * Light grounds of the four classes: blue, green, amber and mauve of the palette of Okabe and Ito, each a step darker than the
 * one before, so that grey print tells them apart too.
 */
export const CLASS_FILLS: Readonly<Record<ReasonClass, string>> = {
  Definition: '#E6F1FA',
  Timing: '#C4E7D8',
  'Data quality': '#F3C982',
  Unexplained: '#DFAAC6',
};

/** The same four at full strength, for charts. */
export const CLASS_COLOURS: Readonly<Record<ReasonClass, string>> = {
  Definition: '#0072B2',
  Timing: '#009E73',
  'Data quality': '#E69F00',
  Unexplained: '#CC79A7',
};
export const TOTAL_COLOUR = '#44546A';
export const BELOW_ZERO_COLOUR = '#8A94A0';

/** Colours cells whose text begins with the name of a class. */
export const CLASS_MARKS: readonly MarkPlan[] = Object.entries(CLASS_FILLS).map(([text, fill]) => ({
  rule: { type: 'beginsWith', text },
  fill,
  color: INK,
}));

/**
 * The same colours for labels that run over several cells.
 * @param cell the first label's address with its column fixed: `$F19`.
 */
export function classMarksOf(cell: string): MarkPlan[] {
  return Object.entries(CLASS_FILLS).map(([text, fill]) => ({
    rule: { type: 'formula', formula: `=LEFT(${cell},${text.length})="${text}"` },
    fill,
    color: INK,
  }));
}

const SIGNS: Readonly<Record<Treatment, { readonly sign: string; readonly bold: boolean; readonly color: string }>> = {
  Expected: { sign: '✓', bold: false, color: QUIET },
  Watch: { sign: '◷', bold: false, color: INK },
  Act: { sign: '▲', bold: true, color: INK },
};

/** A sign before the word, laid over it by the format, so that the cell's text stays the bare word. */
export const TREATMENT_MARKS: readonly MarkPlan[] = Object.entries(SIGNS).map(([text, { sign, bold, color }]) => ({
  rule: { type: 'beginsWith', text },
  numberFormat: `"${sign} "@`,
  bold,
  color,
}));
