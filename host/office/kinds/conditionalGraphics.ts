/** Data bars and icon sets. The host keeps colour and set; the rest of how they look it keeps while the workbook is open. */

import { isRecord, readChoice, readColor, readFlag, readList, readRecord, readText } from '../args';
import { refuse } from '../errors';
import { guardOption } from '../protection';
import type { Kind } from '../schema';
import { defineKind } from '../schema';
import type { Target } from './conditionalTarget';
import { ruleOf, setRule } from './conditionalTarget';
import { keptOf } from './kept';

const kept = keptOf<Target>(
  ({ format }) => format,
  ({ sheet }) => guardOption(sheet, 'allowFormatCells'),
);

/** A colour, or "" for none. */
const readOptionalColor = (value: unknown): string => (value === '' ? '' : readColor(value));

const positiveKind: Kind<Target> = defineKind<Target>('ConditionalDataBarPositiveFormat', () => ({
  scalars: {
    FillColor: {
      get: (target) => ruleOf(target, 'dataBar').color,
      set: (target, value) => setRule(target, { type: 'dataBar', color: readColor(value) }),
    },
    BorderColor: kept('positiveBorder', readOptionalColor, ''),
    GradientFill: kept('gradient', readFlag, true),
  },
}));

const negativeKind: Kind<Target> = defineKind<Target>('ConditionalDataBarNegativeFormat', () => ({
  scalars: {
    FillColor: kept('negativeFill', readOptionalColor, '#FF0000'),
    BorderColor: kept('negativeBorder', readOptionalColor, ''),
    MatchPositiveFillColor: kept('matchFill', readFlag, false),
    MatchPositiveBorderColor: kept('matchBorder', readFlag, false),
  },
}));

const BOUNDS = ['Automatic', 'LowestValue', 'HighestValue', 'Number', 'Percent', 'Formula', 'Percentile'] as const;
const WITHOUT_FORMULA: readonly string[] = ['Automatic', 'LowestValue', 'HighestValue'];

const readBound = (value: unknown): object => {
  const given = readRecord(value);
  const type = readChoice(given['type'], BOUNDS);
  if (WITHOUT_FORMULA.includes(type)) return { type };
  return { type, formula: readText(given['formula']) };
};

const AXES = ['Automatic', 'None', 'CellMidPoint'] as const;
const DIRECTIONS = ['Context', 'LeftToRight', 'RightToLeft'] as const;

export const dataBarKind: Kind<Target> = defineKind<Target>('DataBarConditionalFormat', () => ({
  scalars: {
    AxisColor: kept('axisColor', readOptionalColor, '#000000'),
    AxisFormat: kept('axisFormat', (value) => readChoice(value, AXES), 'Automatic'),
    BarDirection: kept('direction', (value) => readChoice(value, DIRECTIONS), 'Context'),
    LowerBoundRule: kept('lowerBound', readBound, { type: 'Automatic' }),
    UpperBoundRule: kept('upperBound', readBound, { type: 'Automatic' }),
    ShowDataBarOnly: kept('barOnly', readFlag, false),
  },
  navigations: { PositiveFormat: (target) => positiveKind(target), NegativeFormat: (target) => negativeKind(target) },
}));

const ICON_COUNTS = [
  ['Three', 3],
  ['Four', 4],
  ['Five', 5],
] as const;

const ICON_SETS = [
  'ThreeArrows', 'ThreeArrowsGray', 'ThreeFlags', 'ThreeTrafficLights1', 'ThreeTrafficLights2', 'ThreeSigns', 'ThreeSymbols', 'ThreeSymbols2',
  'FourArrows', 'FourArrowsGray', 'FourRedToBlack', 'FourRating', 'FourTrafficLights', 'FiveArrows', 'FiveArrowsGray', 'FiveRating',
  'FiveQuarters', 'ThreeStars', 'ThreeTriangles', 'FiveBoxes',
] as const; // prettier-ignore

const iconCount = (style: string): number => ICON_COUNTS.find(([word]) => style.startsWith(word))?.[1] ?? 3;

/** Icons at equal distances, as Excel begins. */
const equalCriteria = (style: string): object[] => {
  const count = iconCount(style);
  return Array.from({ length: count }, (_unused, index) => ({
    type: 'Percent',
    formula: `=${Math.round((index * 100) / count)}`,
    operator: 'GreaterThanOrEqual',
  }));
};

const readCriterion = (value: unknown): object => {
  const given = readRecord(value);
  if (isRecord(given['customIcon'])) throw refuse('ApiNotFound', 'Icons of your own are not part of this host.');
  return {
    type: readChoice(given['type'], ['Number', 'Percent', 'Formula', 'Percentile'] as const),
    formula: String(given['formula']),
    operator: readChoice(given['operator'], ['GreaterThan', 'GreaterThanOrEqual'] as const),
  };
};

const CRITERIA = 'iconCriteria';

export const iconSetKind: Kind<Target> = defineKind<Target>('IconSetConditionalFormat', () => ({
  scalars: {
    Style: {
      get: (target) => ruleOf(target, 'iconSet').style,
      set: (target, value, session) => {
        setRule(target, { type: 'iconSet', style: readChoice(value, ICON_SETS) });
        session.besideOf(target.format).delete(CRITERIA);
      },
    },
    Criteria: {
      get: (target, session) => session.besideOf(target.format).get(CRITERIA) ?? equalCriteria(ruleOf(target, 'iconSet').style),
      set: (target, value, session) => {
        const { style } = ruleOf(target, 'iconSet');
        guardOption(target.sheet, 'allowFormatCells');
        const given = readList(value);
        if (given.length !== iconCount(style)) throw refuse('InvalidArgument');
        // Of the first criterion Excel takes the icon alone.
        const criteria = [...equalCriteria(style).slice(0, 1), ...given.slice(1).map(readCriterion)];
        session.besideOf(target.format).set(CRITERIA, criteria);
      },
    },
    ReverseIconOrder: kept('reversed', readFlag, false),
    ShowIconOnly: kept('iconOnly', readFlag, false),
  },
}));
