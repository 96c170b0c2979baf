/** Conditional formats: their list over cells, and the rule and looks of each kind. */

import { intersect, without } from '../../workbook/area';
import type {
  CellValueOperator,
  ConditionalFormat,
  ConditionalRule,
  DifferentialStyle,
  Sheet,
  Border,
} from '../../workbook/model';
import { isRecord, readChoice, readColor, readFlag, readInteger, readList, readRecord, readText } from '../args';
import { Cells, type CellAreas } from '../cells';
import { refuse } from '../errors';
import { newId } from '../ids';
import { guardOption } from '../protection';
import { defineKind, reads, type Kind, type Node, type Property } from '../schema';
import { toA1, toR1C1 } from './contents';
import { areasKind } from './rangeAreas';
import { rangeKind } from './range';

interface Target {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

type RuleOf<T extends ConditionalRule['type']> = Extract<ConditionalRule, { readonly type: T }>;

const TYPES = ['Custom', 'DataBar', 'ColorScale', 'IconSet', 'TopBottom', 'PresetCriteria', 'ContainsText', 'CellValue'] as const;
type WireType = (typeof TYPES)[number];

const DEFAULTS: Readonly<Record<WireType, ConditionalRule>> = {
  Custom: { type: 'custom', formula: '' },
  DataBar: { type: 'dataBar', color: '#638EC6' },
  ColorScale: {
    type: 'colorScale',
    stops: [
      { kind: 'lowest', color: '#F8696B' },
      { kind: 'percentile', value: '50', color: '#FFEB84' },
      { kind: 'highest', color: '#63BE7B' },
    ],
  },
  IconSet: { type: 'iconSet', style: 'ThreeTrafficLights1' },
  TopBottom: { type: 'topBottom', kind: 'TopItems', rank: 10 },
  PresetCriteria: { type: 'presetCriteria', criterion: 'Blanks' },
  ContainsText: { type: 'containsText', operator: 'Contains', text: '' },
  CellValue: { type: 'cellValue', operator: 'EqualTo', formula1: '' },
};

/** Formats of a kind that a file brought and the host does not know count as custom ones. */
const wireType = (rule: ConditionalRule): WireType =>
  rule.type === 'raw' ? 'Custom' : ((rule.type.charAt(0).toUpperCase() + rule.type.slice(1)) as WireType);

const touched = ({ sheet }: { readonly sheet: Sheet }): void =>
  sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });

const setRule = (target: Target, rule: ConditionalRule): void => {
  guardOption(target.sheet, 'allowFormatCells');
  target.format.rule = rule;
  touched(target);
};

const setStyle = (target: Target, style: DifferentialStyle): void => {
  guardOption(target.sheet, 'allowFormatCells');
  target.format.style = style;
  touched(target);
};

const ruleOf = <T extends ConditionalRule['type']>({ format }: Target, type: T): RuleOf<T> => {
  if (format.rule.type !== type) throw refuse('InvalidOperation');
  return format.rule as RuleOf<T>;
};

/* ---- looks ---- */

const withoutMember = (style: DifferentialStyle, member: keyof DifferentialStyle): DifferentialStyle =>
  Object.fromEntries(Object.entries(style).filter(([name]) => name !== member));

type FontStyle = NonNullable<DifferentialStyle['font']>;

const setFont = (target: Target, change: FontStyle): void =>
  setStyle(target, { ...target.format.style, font: { ...target.format.style.font, ...change } });

const fontKind: Kind<Target> = defineKind<Target>('ConditionalRangeFont', () => ({
  scalars: {
    Color: {
      get: ({ format }) => format.style.font?.color ?? '',
      set: (target, value) => setFont(target, { color: readColor(value) }),
    },
    Bold: {
      get: ({ format }) => format.style.font?.bold ?? null,
      set: (target, value) => setFont(target, { bold: readFlag(value) }),
    },
    Italic: {
      get: ({ format }) => format.style.font?.italic ?? null,
      set: (target, value) => setFont(target, { italic: readFlag(value) }),
    },
    Strikethrough: {
      get: ({ format }) => format.style.font?.strikethrough ?? null,
      set: (target, value) => setFont(target, { strikethrough: readFlag(value) }),
    },
    Underline: {
      get: ({ format }) => format.style.font?.underline ?? null,
      set: (target, value) => setFont(target, { underline: readChoice(value, ['None', 'Single', 'Double'] as const) }),
    },
  },
  actions: {
    Clear: (target) => {
      setStyle(target, withoutMember(target.format.style, 'font'));
    },
  },
}));

const fillKind: Kind<Target> = defineKind<Target>('ConditionalRangeFill', () => ({
  scalars: {
    Color: {
      get: ({ format }) => format.style.fill ?? '',
      set: (target, value) => setStyle(target, { ...target.format.style, fill: readColor(value) }),
    },
  },
  actions: {
    Clear: (target) => {
      setStyle(target, withoutMember(target.format.style, 'fill'));
    },
  },
}));

const SIDES = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' } as const;
type Side = keyof typeof SIDES;
const SIDE_WORDS = Object.keys(SIDES) as Side[];
const LINE_STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot'] as const;
const PLAIN: Border = { style: 'Continuous', weight: 'Thin', color: '#000000' };

interface BorderTarget extends Target {
  readonly side: Side;
}

const borderOf = ({ format, side }: BorderTarget): Border | null => format.style.borders?.[SIDES[side]] ?? null;

const setBorder = (target: BorderTarget, border: Border): void =>
  setStyle(target, { ...target.format.style, borders: { ...target.format.style.borders, [SIDES[target.side]]: border } });

const borderKind: Kind<BorderTarget> = defineKind<BorderTarget>('ConditionalRangeBorder', () => ({
  scalars: {
    SideIndex: reads(({ side }) => side),
    Style: {
      get: (target) => borderOf(target)?.style ?? 'None',
      set: (target, value) => setBorder(target, { ...(borderOf(target) ?? PLAIN), style: readChoice(value, LINE_STYLES) }),
    },
    Color: {
      get: (target) => borderOf(target)?.color ?? '',
      set: (target, value) => setBorder(target, { ...(borderOf(target) ?? PLAIN), color: readColor(value) }),
    },
  },
}));

const bordersKind: Kind<Target> = defineKind<Target>('ConditionalRangeBorderCollection', () => ({
  scalars: { Count: reads(() => SIDE_WORDS.length) },
  navigations: {
    Top: (target) => borderKind({ ...target, side: 'EdgeTop' }),
    Bottom: (target) => borderKind({ ...target, side: 'EdgeBottom' }),
    Left: (target) => borderKind({ ...target, side: 'EdgeLeft' }),
    Right: (target) => borderKind({ ...target, side: 'EdgeRight' }),
  },
  items: (target) => SIDE_WORDS.map((side) => borderKind({ ...target, side })),
  item: (target, key) => borderKind({ ...target, side: readChoice(key, SIDE_WORDS) }),
  objects: {
    GetItemAt: (target, args) => {
      const side = SIDE_WORDS[args.integer(0)];
      return side ? borderKind({ ...target, side }) : null;
    },
  },
}));

const looksKind: Kind<Target> = defineKind<Target>('ConditionalRangeFormat', () => ({
  scalars: {
    NumberFormat: {
      get: ({ format }) => format.style.numberFormat ?? '',
      set: (target, value) => setStyle(target, { ...target.format.style, numberFormat: readText(value) }),
    },
  },
  navigations: {
    Font: (target) => fontKind(target),
    Fill: (target) => fillKind(target),
    Borders: (target) => bordersKind(target),
  },
}));

const withLooks = { Format: (target: Target): Node => looksKind(target) };

/* ---- rules ---- */

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

const cellValueKind: Kind<Target> = defineKind<Target>('CellValueConditionalFormat', () => ({
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

const textKind: Kind<Target> = defineKind<Target>('TextConditionalFormat', () => ({
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

const presetKind: Kind<Target> = defineKind<Target>('PresetCriteriaConditionalFormat', () => ({
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

const topBottomKind: Kind<Target> = defineKind<Target>('TopBottomConditionalFormat', () => ({
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

const customKind: Kind<Target> = defineKind<Target>('CustomConditionalFormat', () => ({
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

const colorScaleKind: Kind<Target> = defineKind<Target>('ColorScaleConditionalFormat', () => ({
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

const positiveKind: Kind<Target> = defineKind<Target>('ConditionalDataBarPositiveFormat', () => ({
  scalars: {
    FillColor: {
      get: (target) => ruleOf(target, 'dataBar').color,
      set: (target, value) => setRule(target, { type: 'dataBar', color: readColor(value) }),
    },
  },
}));

const dataBarKind: Kind<Target> = defineKind<Target>('DataBarConditionalFormat', () => ({
  navigations: { PositiveFormat: (target) => positiveKind(target) },
}));

const iconSetKind: Kind<Target> = defineKind<Target>('IconSetConditionalFormat', () => ({
  scalars: {
    Style: {
      get: (target) => ruleOf(target, 'iconSet').style,
      set: (target, value) => setRule(target, { type: 'iconSet', style: readText(value) }),
    },
    Criteria: {
      // Icons at equal distances, which is what the host keeps of a set.
      get: (target) => {
        const count = ICON_COUNTS.find(([word]) => ruleOf(target, 'iconSet').style.startsWith(word))?.[1] ?? 3;
        return Array.from({ length: count }, (_unused, index) => ({
          type: 'Percent',
          formula: `=${Math.round((index * 100) / count)}`,
          operator: 'GreaterThanOrEqual',
        }));
      },
      set: (target, value) => {
        readList(value);
        ruleOf(target, 'iconSet');
        throw refuse('ApiNotFound', 'IconSetConditionalFormat.criteria of your own are not part of this host.');
      },
    },
  },
}));

const ICON_COUNTS = [
  ['Three', 3],
  ['Four', 4],
  ['Five', 5],
] as const;

/* ---- one format ---- */

const PARTS: Readonly<Record<string, { readonly type: WireType; readonly kind: Kind<Target> }>> = {
  Custom: { type: 'Custom', kind: customKind },
  DataBar: { type: 'DataBar', kind: dataBarKind },
  ColorScale: { type: 'ColorScale', kind: colorScaleKind },
  IconSet: { type: 'IconSet', kind: iconSetKind },
  TopBottom: { type: 'TopBottom', kind: topBottomKind },
  Preset: { type: 'PresetCriteria', kind: presetKind },
  TextComparison: { type: 'ContainsText', kind: textKind },
  CellValue: { type: 'CellValue', kind: cellValueKind },
};

const parts = Object.fromEntries(
  Object.entries(PARTS).map(([name, { type, kind }]) => [
    name,
    (target: Target): Node | null => (wireType(target.format.rule) === type ? kind(target) : null),
  ]),
);

const move = ({ sheet, format }: Target, priority: number): void => {
  const list = sheet.conditionalFormats;
  if (priority < 0 || priority >= list.length) throw refuse('InvalidArgument');
  list.splice(list.indexOf(format), 1);
  list.splice(priority, 0, format);
  touched({ sheet });
};

const wholeRange = ({ sheet, format }: Target): Node | null => {
  const [only, ...more] = format.areas;
  return only && more.length === 0 ? rangeKind(new Cells(sheet, only)) : null;
};

export const conditionalFormatKind: Kind<Target> = defineKind<Target>('ConditionalFormat', () => ({
  identity: ({ format }) => ({ Id: format.id }),
  scalars: {
    Id: reads(({ format }) => format.id),
    Type: reads(({ format }) => wireType(format.rule)),
    Priority: {
      get: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
      set: (target, value) => move(target, readInteger(value)),
    },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: (target, value) => {
        target.format.stopIfTrue = readFlag(value);
        touched(target);
      },
    },
  },
  navigations: parts,
  objects: {
    GetRange: wholeRange,
    GetRanges: ({ sheet, format }) => areasKind({ sheet, areas: format.areas }),
  },
  actions: {
    Delete: (target) => {
      guardOption(target.sheet, 'allowFormatCells');
      const index = target.sheet.conditionalFormats.indexOf(target.format);
      if (index < 0) throw refuse('ItemNotFound');
      target.sheet.conditionalFormats.splice(index, 1);
      touched(target);
    },
  },
}));

/* ---- the list over cells ---- */

const within = ({ sheet, areas }: CellAreas): Target[] =>
  sheet.conditionalFormats
    .filter((format) => format.areas.some((area) => areas.some((other) => intersect(area, other))))
    .map((format) => ({ sheet, format }));

const byId = (areas: CellAreas, id: unknown): Node | null => {
  const found = within(areas).find(({ format }) => format.id === id);
  return found ? conditionalFormatKind(found) : null;
};

export const conditionalFormatsKind: Kind<CellAreas> = defineKind<CellAreas>('ConditionalFormatCollection', () => ({
  items: (areas) => within(areas).map((target) => conditionalFormatKind(target)),
  item: byId,
  objects: {
    Add: ({ sheet, areas }, args) => {
      guardOption(sheet, 'allowFormatCells');
      const format: ConditionalFormat = {
        id: newId(),
        areas: [...areas],
        rule: DEFAULTS[args.choice(0, TYPES)],
        style: {},
        stopIfTrue: false,
      };
      // A new format comes first, as in Excel.
      sheet.conditionalFormats.unshift(format);
      touched({ sheet });
      return conditionalFormatKind({ sheet, format });
    },
    GetItem: (areas, args) => byId(areas, args.at(0)),
    GetItemAt: (areas, args) => {
      const target = within(areas)[args.integer(0)];
      return target ? conditionalFormatKind(target) : null;
    },
  },
  actions: {
    GetCount: (areas) => within(areas).length,
    ClearAll: ({ sheet, areas }) => {
      guardOption(sheet, 'allowFormatCells');
      for (const { format } of within({ sheet, areas })) {
        format.areas = areas.reduce((rest, hole) => rest.flatMap((area) => without(area, hole)), format.areas);
      }
      const stay = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
      sheet.conditionalFormats.splice(0, sheet.conditionalFormats.length, ...stay);
      touched({ sheet });
    },
  },
}));
