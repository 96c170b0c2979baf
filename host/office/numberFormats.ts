/** Excel's category of a number format, as the Format Cells dialog sorts them. */

const BARE = /"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/g;

const TIME = /[hs]|am\/pm/i;
const isDate = (bare: string): boolean => /[dy]/i.test(bare) || (/m/i.test(bare) && !TIME.test(bare));

export const categoryOf = (format: string): string => {
  if (format === '' || /^general$/i.test(format)) return 'General';
  if (format === '@') return 'Text';
  if (/^_[-(]?.*\*/.test(format) || format.includes('* ')) return 'Accounting';
  if (/[$€£¥]|\[\$[^-\]]/.test(format)) return 'Currency';
  const bare = (format.split(';')[0] ?? '').replace(BARE, '');
  if (bare.includes('%')) return 'Percentage';
  if (/0E[+-]/i.test(bare)) return 'Scientific';
  if (/[?#0]\/[?#0\d]/.test(bare)) return 'Fraction';
  if (isDate(bare)) return 'Date';
  if (TIME.test(bare)) return 'Time';
  return /^#?,?#*0+(\.0+)?$/.test(bare) ? 'Number' : 'Custom';
};
