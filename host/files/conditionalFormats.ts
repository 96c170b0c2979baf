/** `<conditionalFormatting>`: rules in order of priority; what the model has no word for is kept as it stands. */
import { dictionary } from '../../src/domain/dictionary';
import type { CellValueOperator, ConditionalFormat, ConditionalRule, DifferentialStyle } from '../workbook/model';
import { cellText } from '../workbook/address';
import { areasText, parseAreas } from './a1';
import { fromFileFormula, toFileFormula } from './formulas';
import { rawText, type Section, type SheetReading } from './section';
import type { Palette } from './colors';
import type { StyleWriter } from './styleWrite';
import { attribute, type attributes, child, childrenNamed, element, escapeXml, flag, numberAttribute, type XmlNode } from './xml';

export const OPERATORS: Readonly<Record<string, CellValueOperator>> = dictionary({
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThanOrEqual: 'LessThanOrEqual',
});

export const operatorWord = (operator: CellValueOperator): string =>
  Object.entries(OPERATORS).find(([, value]) => value === operator)?.[0] ?? 'equal';

const TEXT_KINDS: Readonly<Record<string, 'Contains' | 'NotContains' | 'BeginsWith' | 'EndsWith'>> = dictionary({
  containsText: 'Contains',
  notContainsText: 'NotContains',
  beginsWith: 'BeginsWith',
  endsWith: 'EndsWith',
});

const TEXT_OPERATORS: Readonly<Record<string, string>> = dictionary({ notContainsText: 'notContains' });

type Criterion = Extract<ConditionalRule, { type: 'presetCriteria' }>['criterion'];

const PRESETS: Readonly<Record<string, Criterion>> = dictionary({
  containsBlanks: 'Blanks',
  notContainsBlanks: 'NonBlanks',
  containsErrors: 'Errors',
  notContainsErrors: 'NonErrors',
  uniqueValues: 'UniqueValues',
  duplicateValues: 'DuplicateValues',
});

const STOP_KINDS = {
  min: 'lowest',
  max: 'highest',
  num: 'number',
  percent: 'percent',
  percentile: 'percentile',
  formula: 'formula',
} as const;

export const conditionalFormats: Section = {
  elements: ['conditionalFormatting'],
  state: (sheet) => sheet.conditionalFormats.map(({ areas, rule, style, stopIfTrue }) => [areas, rule, style, stopIfTrue]),
  read: (reading) => {
    const found = childrenNamed(reading.root, 'conditionalFormatting').flatMap((group) =>
      childrenNamed(group, 'cfRule').map((node) => ({ group, node, priority: numberAttribute(node, 'priority') ?? 0 })),
    );
    found.sort((a, b) => a.priority - b.priority);
    for (const { group, node } of found) {
      const areas = parseAreas(attribute(group, 'sqref') ?? '');
      if (areas.length === 0) {
        reading.findings.add('objectUnreadable', reading.sheet.name, `conditional format of ${attribute(group, 'sqref') ?? ''}`);
        continue;
      }
      reading.sheet.conditionalFormats.push(readFormat(reading, node, areas));
    }
  },
  write: ({ sheet, styles }) => [sheet.conditionalFormats.map((format, i) => writeFormat(format, i + 1, styles)).join('')],
};

function readFormat(reading: SheetReading, node: XmlNode, areas: ConditionalFormat['areas']): ConditionalFormat {
  const dxf = numberAttribute(node, 'dxfId');
  const style: DifferentialStyle = (dxf === null ? null : reading.styles.differential[dxf]) ?? {};
  return {
    id: `{${reading.nextId().toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`,
    areas,
    rule: readRule(node, reading.source, reading.palette),
    style,
    stopIfTrue: flag(node, 'stopIfTrue'),
  };
}

const formulasOf = (node: XmlNode): string[] =>
  childrenNamed(node, 'formula').map((each) => `=${fromFileFormula(each.text, null)}`);

function readRule(node: XmlNode, source: string, palette: Palette): ConditionalRule {
  const raw = rawText(source, node);
  const type = attribute(node, 'type') ?? '';
  const [formula1, formula2] = formulasOf(node);
  const text = attribute(node, 'text');
  const textOperator = TEXT_KINDS[type];
  if (textOperator !== undefined && text !== null) return { type: 'containsText', operator: textOperator, text };
  const preset = PRESETS[type];
  if (preset !== undefined) return { type: 'presetCriteria', criterion: preset };
  switch (type) {
    case 'cellIs': {
      const operator = OPERATORS[attribute(node, 'operator') ?? ''];
      if (operator === undefined || formula1 === undefined) return { type: 'raw', xml: raw };
      return { type: 'cellValue', operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
    }
    case 'expression':
      return formula1 === undefined ? { type: 'raw', xml: raw } : { type: 'custom', formula: formula1 };
    case 'aboveAverage':
      if (flag(node, 'equalAverage') || numberAttribute(node, 'stdDev') !== null) return { type: 'raw', xml: raw };
      return { type: 'presetCriteria', criterion: flag(node, 'aboveAverage', true) ? 'AboveAverage' : 'BelowAverage' };
    case 'top10': {
      const kind = `${flag(node, 'bottom') ? 'Bottom' : 'Top'}${flag(node, 'percent') ? 'Percent' : 'Items'}` as const;
      return { type: 'topBottom', kind, rank: numberAttribute(node, 'rank') ?? 10 };
    }
    case 'colorScale':
      return readColorScale(node, palette) ?? { type: 'raw', xml: raw };
    case 'dataBar':
      return { type: 'dataBar', color: palette.resolve(child(child(node, 'dataBar'), 'color')) ?? '#638EC6', raw };
    case 'iconSet':
      return { type: 'iconSet', style: attribute(child(node, 'iconSet'), 'iconSet') ?? '3TrafficLights1', raw };
    default:
      return { type: 'raw', xml: raw };
  }
}

function readColorScale(node: XmlNode, palette: Palette): ConditionalRule | null {
  const scale = child(node, 'colorScale');
  const colors = childrenNamed(scale, 'color');
  const stops = childrenNamed(scale, 'cfvo').map((stop, i) => {
    const kind = STOP_KINDS[(attribute(stop, 'type') ?? '') as keyof typeof STOP_KINDS] as
      (typeof STOP_KINDS)[keyof typeof STOP_KINDS] | undefined;
    const value = attribute(stop, 'val');
    const color = palette.resolve(colors[i] ?? null);
    return kind === undefined || color === null ? null : { kind, color, ...(value === null ? {} : { value }) };
  });
  const whole = stops.filter((stop) => stop !== null);
  return whole.length === stops.length && whole.length >= 2 ? { type: 'colorScale', stops: whole } : null;
}

function writeFormat(format: ConditionalFormat, priority: number, styles: StyleWriter): string {
  const sqref = areasText(format.areas);
  const first = format.areas[0];
  const corner = first === undefined ? 'A1' : cellText(first.top, first.left);
  return `<conditionalFormatting sqref="${sqref}">${writeRule(format, priority, corner, styles)}</conditionalFormatting>`;
}

const plainFormula = (formula: string): string => toFileFormula(formula.replace(/^=/, ''), null);

const formulaElement = (formula: string | undefined): string =>
  formula === undefined ? '' : `<formula>${escapeXml(plainFormula(formula))}</formula>`;

function writeRule(
  { rule, style, stopIfTrue }: ConditionalFormat,
  priority: number,
  corner: string,
  styles: StyleWriter,
): string {
  const dxf =
    rule.type === 'colorScale' || rule.type === 'dataBar' || rule.type === 'iconSet' || rule.type === 'raw'
      ? null
      : styles.dxf(style);
  const make = (type: string, more: Parameters<typeof attributes>[0], content: string): string =>
    element('cfRule', { type, dxfId: dxf, priority, stopIfTrue: stopIfTrue || null, ...more }, content);
  switch (rule.type) {
    case 'containsText': {
      const type = Object.keys(TEXT_KINDS).find((key) => TEXT_KINDS[key] === rule.operator) ?? 'containsText';
      return make(
        type,
        { operator: TEXT_OPERATORS[type] ?? type, text: rule.text },
        formulaElement(textFormula(rule.operator, rule.text, corner)),
      );
    }
    case 'cellValue':
      return make(
        'cellIs',
        { operator: operatorWord(rule.operator) },
        formulaElement(rule.formula1) + formulaElement(rule.formula2),
      );
    case 'custom':
      return make('expression', {}, formulaElement(rule.formula));
    case 'presetCriteria':
      return writePreset(rule.criterion, corner, make);
    case 'topBottom':
      return make(
        'top10',
        { percent: rule.kind.endsWith('Percent') || null, bottom: rule.kind.startsWith('Bottom') || null, rank: rule.rank },
        '',
      );
    case 'colorScale': {
      const kinds = Object.fromEntries(Object.entries(STOP_KINDS).map(([word, kind]) => [kind, word]));
      const stops = rule.stops.map((stop) => element('cfvo', { type: kinds[stop.kind], val: stop.value }));
      const colors = rule.stops.map((stop) => element('color', { rgb: `FF${stop.color.slice(1).toUpperCase()}` }));
      return make('colorScale', {}, `<colorScale>${stops.join('')}${colors.join('')}</colorScale>`);
    }
    case 'dataBar': {
      if (rule.raw !== undefined) return withPriority(rule.raw, priority);
      const color = element('color', { rgb: `FF${rule.color.slice(1).toUpperCase()}` });
      return make('dataBar', {}, `<dataBar><cfvo type="min"/><cfvo type="max"/>${color}</dataBar>`);
    }
    case 'iconSet': {
      if (rule.raw !== undefined) return withPriority(rule.raw, priority);
      const count = Number(rule.style.slice(0, 1)) || 3;
      const stops = Array.from({ length: count }, (_, i) =>
        element('cfvo', { type: 'percent', val: Math.round((100 * i) / count) }),
      );
      return make('iconSet', {}, element('iconSet', { iconSet: rule.style }, stops.join('')));
    }
    case 'raw':
      return withPriority(rule.xml, priority);
  }
}

const withPriority = (raw: string, priority: number): string =>
  raw.replace(/^(<[^>]*?\spriority=)(?:"[^"]*"|'[^']*')/, `$1"${priority}"`);

function textFormula(operator: 'Contains' | 'NotContains' | 'BeginsWith' | 'EndsWith', text: string, corner: string): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  switch (operator) {
    case 'Contains':
      return `NOT(ISERROR(SEARCH(${quoted},${corner})))`;
    case 'NotContains':
      return `ISERROR(SEARCH(${quoted},${corner}))`;
    case 'BeginsWith':
      return `LEFT(${corner},LEN(${quoted}))=${quoted}`;
    case 'EndsWith':
      return `RIGHT(${corner},LEN(${quoted}))=${quoted}`;
  }
}

function writePreset(
  criterion: Criterion,
  corner: string,
  make: (type: string, more: Parameters<typeof attributes>[0], content: string) => string,
): string {
  switch (criterion) {
    case 'Blanks':
      return make('containsBlanks', {}, formulaElement(`LEN(TRIM(${corner}))=0`));
    case 'NonBlanks':
      return make('notContainsBlanks', {}, formulaElement(`LEN(TRIM(${corner}))>0`));
    case 'Errors':
      return make('containsErrors', {}, formulaElement(`ISERROR(${corner})`));
    case 'NonErrors':
      return make('notContainsErrors', {}, formulaElement(`NOT(ISERROR(${corner}))`));
    case 'UniqueValues':
      return make('uniqueValues', {}, '');
    case 'DuplicateValues':
      return make('duplicateValues', {}, '');
    case 'AboveAverage':
      return make('aboveAverage', {}, '');
    case 'BelowAverage':
      return make('aboveAverage', { aboveAverage: false }, '');
  }
}
