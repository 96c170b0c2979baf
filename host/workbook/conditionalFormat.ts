/** What conditional formats lay over a cell. */
import { figures, numbersOf, type NumberFigures } from './areaFigures';
import { containsCell, union } from './area';
import { scaleColor } from './colorScale';
import { ruleValue } from './criterionFormula';
import { engineSheet } from './engineSheet';
import type { ConditionalFormat, ConditionalRule, DifferentialStyle, Scalar, Sheet } from './model';
import { meets } from './operatorTest';
import type { WorkbookSheet } from './sheet';
import { isError } from './values';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The style that a cell's formats add up to, the first of them winning where two say the same; null for none. */
export function conditionalStyle(sheet: Sheet, row: number, column: number): DifferentialStyle | null {
  if (sheet.conditionalFormats.length === 0) return null;
  const own = engineSheet(sheet);
  let style: DifferentialStyle | null = null;
  for (const format of own.conditionalFormats) {
    if (!format.areas.some((area) => containsCell(area, row, column))) continue;
    const found = styleOf(own, format, { row, column });
    if (found === null) continue;
    style = style === null ? found : laidOver(style, found);
    if (format.stopIfTrue) break;
  }
  return style;
}

const laidOver = (upper: DifferentialStyle, lower: DifferentialStyle): DifferentialStyle => ({
  ...lower,
  ...upper,
  ...(upper.font === undefined && lower.font === undefined ? {} : { font: { ...lower.font, ...upper.font } }),
  ...(upper.borders === undefined && lower.borders === undefined ? {} : { borders: { ...lower.borders, ...upper.borders } }),
});

function styleOf(sheet: WorkbookSheet, format: ConditionalFormat, place: Place): DifferentialStyle | null {
  const { rule } = format;
  if (rule.type === 'colorScale') {
    const value = sheet.value(place.row, place.column);
    if (typeof value !== 'number') return null;
    const fill = scaleColor(sheet, rule.stops, figuresOf(sheet, format), value, writtenFor(format));
    return fill === null ? null : { fill };
  }
  return holds(sheet, format, rule, place) ? format.style : null;
}

/** The cell for which a format's formulas are written: the upper left one of all its areas. */
function writtenFor({ areas }: ConditionalFormat): Place {
  const [first, ...others] = areas;
  if (first === undefined) return { row: 0, column: 0 };
  const all = others.reduce(union, first);
  return { row: all.top, column: all.left };
}

const figuresOf = (sheet: WorkbookSheet, { areas }: ConditionalFormat): NumberFigures => figures(sheet, areas);

/** Whether a rule holds for a cell. Bars and icons never give a style. */
function holds(sheet: WorkbookSheet, format: ConditionalFormat, rule: ConditionalRule, place: Place): boolean {
  const value = sheet.value(place.row, place.column);
  switch (rule.type) {
    case 'custom': {
      const truth = ruleValue(sheet, rule.formula.startsWith('=') ? rule.formula : `=${rule.formula}`, place, writtenFor(format));
      return truth === true || (typeof truth === 'number' && truth !== 0);
    }
    case 'cellValue': {
      const written = writtenFor(format);
      const first = ruleValue(sheet, rule.formula1, place, written);
      return meets(
        value,
        rule.operator,
        first,
        rule.formula2 === undefined ? null : ruleValue(sheet, rule.formula2, place, written),
      );
    }
    case 'containsText':
      return isError(value) ? false : containsText(sheet, format, rule, place);
    case 'presetCriteria':
      return meetsPreset(sheet, format, rule.criterion, value);
    case 'topBottom':
      return typeof value === 'number' && isAmongBest(numbersOf(sheet, format.areas), rule, value);
    case 'colorScale':
    case 'dataBar':
    case 'iconSet':
    case 'raw':
      return false;
  }
}

function containsText(
  sheet: WorkbookSheet,
  format: ConditionalFormat,
  rule: ConditionalRule & { readonly type: 'containsText' },
  place: Place,
): boolean {
  const wanted = rule.text.startsWith('=') ? ruleValue(sheet, rule.text, place, writtenFor(format)) : rule.text;
  if (wanted === null || isError(wanted)) return false;
  const sought = String(wanted).toLowerCase();
  const text = sheet.text(place.row, place.column).toLowerCase();
  switch (rule.operator) {
    case 'Contains':
      return text.includes(sought);
    case 'NotContains':
      return !text.includes(sought);
    case 'BeginsWith':
      return text.startsWith(sought);
    case 'EndsWith':
      return text.endsWith(sought);
  }
}

function meetsPreset(
  sheet: WorkbookSheet,
  format: ConditionalFormat,
  criterion: (ConditionalRule & { type: 'presetCriteria' })['criterion'],
  value: Scalar,
): boolean {
  switch (criterion) {
    case 'Blanks':
      return value === null || (typeof value === 'string' && value.trim() === '');
    case 'NonBlanks':
      return value !== null && !(typeof value === 'string' && value.trim() === '');
    case 'Errors':
      return isError(value);
    case 'NonErrors':
      return !isError(value);
    case 'UniqueValues':
    case 'DuplicateValues': {
      if (value === null) return false;
      const count = figuresOf(sheet, format).countByValue.get(typeof value === 'string' ? value.toLowerCase() : value) ?? 0;
      return criterion === 'UniqueValues' ? count === 1 : count > 1;
    }
    case 'AboveAverage':
      return typeof value === 'number' && value > figuresOf(sheet, format).average;
    case 'BelowAverage':
      return typeof value === 'number' && value < figuresOf(sheet, format).average;
  }
}

/** @param sorted all numbers, the least first */
function isAmongBest(sorted: readonly number[], rule: ConditionalRule & { readonly type: 'topBottom' }, value: number): boolean {
  const isPercent = rule.kind === 'TopPercent' || rule.kind === 'BottomPercent';
  const count = isPercent ? Math.max(1, Math.floor((sorted.length * rule.rank) / 100)) : rule.rank;
  const isTop = rule.kind === 'TopItems' || rule.kind === 'TopPercent';
  const limit = isTop ? sorted[Math.max(0, sorted.length - count)] : sorted[Math.min(sorted.length, count) - 1];
  return limit !== undefined && (isTop ? value >= limit : value <= limit);
}
