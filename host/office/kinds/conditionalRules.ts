/** The rule of each kind of conditional format. */

import type { CellValueOperator, ConditionalRule } from '../../workbook/model';
import { isRecord, readChoice, readColor, readInteger, readRecord, readText } from '../args';
import { refuse } from '../errors';
import type { Kind, Property } from '../schema';
import { defineKind, reads } from '../schema';
import { withLooks } from './conditionalLooks';
import type { RuleOf, Target } from './conditionalTarget';
import { ruleOf, setRule } from './conditionalTarget';
import { toA1, toR1C1 } from './contents';

const formulaOf = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : readText(value);
  if (text === '') throw refuse('InvalidArgument');
  return text;
};

const CELL_OPERATORS: readonly CellValueOperator[] = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqual',
  'LessThanOrEqual',
];

const readCellValue = (value: unknown): ConditionalRule => {
  const given = readRecord(value);
  const second = given['formula2'];
  const operator = readChoice(given['operator'], CELL_OPERATORS);
  const isPair = operator === 'Between' || operator === 'NotBetween';
  const hasSecond = second !== null && second !== undefined && second !== '';
  if (isPair && !hasSecond) throw refuse('InvalidArgument');
  return {
    type: 'cellValue',
    operator,
    formula1: formulaOf(given['formula1']),
    ...(hasSecond ? { formula2: formulaOf(second) } : {}),
  };
};

export const cellValueKind: Kind<Target> = defineKind<Target>('CellValueConditionalFormat', () => ({
  scalars: {
    Rule: {
      get: (target) => {
        const { operator, formula1, formula2 } = ruleOf(target, 'cellValue');
        return { operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
      },
      set: (target, value) => setRule(target, readCellValue(value)),
    },
  },
  navigations: withLooks,
}));

export const textKind: Kind<Target> = defineKind<Target>('TextConditionalFormat', () => ({
  scalars: {
    Rule: {
      get: (target) => {
        const { operator, text } = ruleOf(target, 'containsText');
        return { operator, text };
      },
      set: (target, value) => {
        const given = readRecord(value);
        const operator = readChoice(given['operator'], ['Contains', 'NotContains', 'BeginsWith', 'EndsWith'] as const);
        setRule(target, { type: 'containsText', operator, text: formulaOf(given['text']) });
      },
    },
  },
  navigations: withLooks,
}));

const PRESETS = [
  'Blanks',
  'NonBlanks',
  'Errors',
  'NonErrors',
  'UniqueValues',
  'DuplicateValues',
  'AboveAverage',
  'BelowAverage',
] as const;

export const presetKind: Kind<Target> = defineKind<Target>('PresetCriteriaConditionalFormat', () => ({
  scalars: {
    Rule: {
      get: (target) => ({ criterion: ruleOf(target, 'presetCriteria').criterion }),
      set: (target, value) => {
        const word = readText(readRecord(value)['criterion']);
        const criterion = PRESETS.find((preset) => preset === word);
        if (!criterion) throw refuse('ApiNotFound', `The preset criterion ${word} is not part of this host.`);
        setRule(target, { type: 'presetCriteria', criterion });
      },
    },
  },
  navigations: withLooks,
}));

export const topBottomKind: Kind<Target> = defineKind<Target>('TopBottomConditionalFormat', () => ({
  scalars: {
    Rule: {
      get: (target) => {
        const { kind, rank } = ruleOf(target, 'topBottom');
        return { type: kind, rank };
      },
      set: (target, value) => {
        const given = readRecord(value);
        const rank = readInteger(given['rank']);
        if (rank < 1 || rank > 1000) throw refuse('InvalidArgument');
        setRule(target, {
          type: 'topBottom',
          kind: readChoice(given['type'], ['TopItems', 'TopPercent', 'BottomItems', 'BottomPercent'] as const),
          rank,
        });
      },
    },
  },
  navigations: withLooks,
}));

const formulaProperty: Property<Target> = {
  get: (target) => (target.format.rule.type === 'raw' ? '' : ruleOf(target, 'custom').formula),
  set: (target, value) => setRule(target, { type: 'custom', formula: formulaOf(value) }),
};

const ruleKind: Kind<Target> = defineKind<Target>('ConditionalFormatRule', () => ({
  scalars: {
    Formula: formulaProperty,
    FormulaLocal: formulaProperty,
    FormulaR1C1: {
      get: (target) => {
        const { top, left } = target.format.areas[0] ?? { top: 0, left: 0 };
        return toR1C1(ruleOf(target, 'custom').formula, top, left);
      },
      set: (target, value) => {
        const { top, left } = target.format.areas[0] ?? { top: 0, left: 0 };
        setRule(target, { type: 'custom', formula: toA1(formulaOf(value), top, left) });
      },
    },
  },
}));

export const customKind: Kind<Target> = defineKind<Target>('CustomConditionalFormat', () => ({
  navigations: { ...withLooks, Rule: (target) => ruleKind(target) },
}));

const STOP_WORDS = {
  lowest: 'LowestValue',
  highest: 'HighestValue',
  number: 'Number',
  percent: 'Percent',
  percentile: 'Percentile',
  formula: 'Formula',
} as const;
type StopKind = keyof typeof STOP_WORDS;
const STOP_KINDS = Object.keys(STOP_WORDS) as StopKind[];

const readStop = (value: unknown): RuleOf<'colorScale'>['stops'][number] => {
  const given = readRecord(value);
  const word = readText(given['type']);
  const kind = STOP_KINDS.find((stop) => STOP_WORDS[stop].toLowerCase() === word.toLowerCase());
  if (!kind) throw refuse('InvalidArgument');
  const formula = given['formula'];
  return {
    kind,
    color: readColor(given['color']),
    ...(formula === null || formula === undefined ? {} : { value: formulaOf(formula) }),
  };
};

export const colorScaleKind: Kind<Target> = defineKind<Target>('ColorScaleConditionalFormat', () => ({
  scalars: {
    ThreeColorScale: reads((target) => ruleOf(target, 'colorScale').stops.length === 3),
    Criteria: {
      get: (target) => {
        const { stops } = ruleOf(target, 'colorScale');
        const wire = stops.map(({ kind, value, color }) => ({ type: STOP_WORDS[kind], formula: value ?? null, color }));
        return { minimum: wire[0], ...(wire.length === 3 ? { midpoint: wire[1] } : {}), maximum: wire.at(-1) };
      },
      set: (target, value) => {
        const given = readRecord(value);
        const middle = isRecord(given['midpoint']) ? [readStop(given['midpoint'])] : [];
        setRule(target, { type: 'colorScale', stops: [readStop(given['minimum']), ...middle, readStop(given['maximum'])] });
      },
    },
  },
}));
