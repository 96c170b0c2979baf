/** The sample workbooks that the page offers, in the order of its menu. `generate.ts` makes them. */

export const SAMPLES = [
  { file: 'story.xlsx', label: 'Story: a small company’s half-year' },
  { file: 'large.xlsx', label: 'Large: a year with 2,000 deals' },
  { file: 'messy.xlsx', label: 'Messy: exports as systems give them' },
  { file: 'german.xlsx', label: 'German: Aufträge bis Zahlungen' },
  { file: 'empty.xlsx', label: 'Empty workbook' },
] as const;

export type SampleFile = (typeof SAMPLES)[number]['file'];
