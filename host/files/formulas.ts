/**
 * Formulas as a file spells them and as a person types them: `_xlfn.` before functions younger than the format,
 * `_xlpm.` before the names of LET and LAMBDA, and `tbl[[#This Row],[X]]` for `[@X]`.
 */
import { dictionary } from '../../src/domain/dictionary';
import { parseStructRef, tokenize, type Token } from '@borgar/fx';

/** Functions that came after Excel 2007, with the prefix a file gives them (MS-XLSX 2.2.2). */
const LATER_FUNCTIONS =
  'ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW ' +
  'CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH ' +
  'COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH ' +
  'FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH ' +
  'IMSEC IMSECH IMSINH IMTAN ISFORMULA ISO.CEILING ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT ' +
  'NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY ' +
  'POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST ' +
  'T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE ' +
  'WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST';

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...LATER_FUNCTIONS.split(' ').map((name): [string, string] => [name, `_xlfn.${name}`]),
  ['FILTER', '_xlfn._xlws.FILTER'],
  ['SORT', '_xlfn._xlws.SORT'],
  // Excel itself writes these without a prefix.
  ['AGGREGATE', 'AGGREGATE'],
  ['ISO.CEILING', 'ISO.CEILING'],
]);

const NEEDS_FILE_FORM = new RegExp(
  `[[\\]@]|\\b(?:${[...PREFIXES.keys()].map((name) => name.replaceAll('.', '\\.')).join('|')})\\(`,
  'i',
);

/** @param formula without "="; @param table name of the table in which the formula stands */
export function toFileFormula(formula: string, table: string | null): string {
  if (!NEEDS_FILE_FORM.test(formula)) return formula;
  const tokens = tokenize(formula);
  const parameters = declaredNames(tokens);
  return tokens
    .map((token) => {
      if (token.type === 'func') return PREFIXES.get(token.value.toUpperCase()) ?? token.value;
      if (token.type === 'structured') return fileStructure(token.value, table);
      return token.type === 'range_named' && parameters.has(token.value.toLowerCase()) ? `_xlpm.${token.value}` : token.value;
    })
    .join('');
}

/** The way back. */
export function fromFileFormula(formula: string, table: string | null): string {
  if (!formula.includes('_xl') && !/\[#This Row\]/i.test(formula)) return formula;
  return tokenize(formula)
    .map((token) => {
      if (token.type === 'func' || token.type === 'range_named') return token.value.replace(/^(?:_xl(?:fn|ws|pm|udf)\.)+/i, '');
      return token.type === 'structured' ? typedStructure(token.value, table) : token.value;
    })
    .join('');
}

/** Names that LET and LAMBDA declare: an argument of theirs that is a bare name with a comma after it. */
function declaredNames(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  const functions: string[] = [];
  const solid = tokens.filter((token) => token.type !== 'whitespace' && token.type !== 'newline');
  solid.forEach((token, i) => {
    const before = solid[i - 1];
    if (token.value === '(') functions.push(before?.type === 'func' ? before.value.toUpperCase() : '');
    else if (token.value === ')') functions.pop();
    else if (
      token.type === 'range_named' &&
      ['LET', 'LAMBDA'].includes(functions.at(-1) ?? '') &&
      (before?.value === '(' || before?.value === ',') &&
      solid[i + 1]?.value === ','
    ) {
      names.add(token.value.toLowerCase());
    }
  });
  return names;
}

const escapeColumn = (name: string): string => name.replace(/['[\]#@]/g, "'$&");

function fileStructure(reference: string, table: string | null): string {
  const parsed = parseStructRef(reference);
  if (parsed === undefined) return reference;
  const { columns = [], sections = [] } = parsed;
  const prefix = reference.slice(0, reference.indexOf('['));
  const owner = prefix === '' ? (table ?? '') : prefix;
  const last = columns.map((name) => `[${escapeColumn(name)}]`).join(':');
  if (sections.length === 0)
    return columns.length === 0 ? `${owner}[]` : columns.length === 1 ? `${owner}${last}` : `${owner}[${last}]`;
  const items = sections.map((section) => `[${SECTION_NAMES[section.toLowerCase()] ?? `#${section}`}]`);
  return columns.length === 0 && items.length === 1
    ? `${owner}${items[0] ?? ''}`
    : `${owner}[${[...items, last].filter((item) => item !== '').join(',')}]`;
}

const SECTION_NAMES: Record<string, string> = dictionary({
  all: '#All',
  data: '#Data',
  headers: '#Headers',
  totals: '#Totals',
  'this row': '#This Row',
});

function typedStructure(reference: string, table: string | null): string {
  const parsed = parseStructRef(reference);
  if (parsed?.sections?.length !== 1 || parsed.sections[0]?.toLowerCase() !== 'this row') return reference;
  const columns = parsed.columns ?? [];
  const prefix = reference.slice(0, reference.indexOf('['));
  const owner = prefix.toLowerCase() === table?.toLowerCase() ? '' : prefix;
  const plain = columns.length === 1 && /^[\p{L}\p{N}_]+$/u.test(columns[0] ?? '');
  const names = columns.map((name) => `[${escapeColumn(name)}]`).join(':');
  return `${owner}[@${plain ? (columns[0] ?? '') : columns.length === 0 ? '' : names}]`;
}
