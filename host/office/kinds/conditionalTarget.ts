/** A conditional format and the sheet it is on; how its rule and its looks are changed. */

import type { ConditionalFormat, ConditionalRule, DifferentialStyle, Sheet } from '../../workbook/model';
import { refuse } from '../errors';
import { guardOption } from '../protection';

export interface Target {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

export type RuleOf<T extends ConditionalRule['type']> = Extract<ConditionalRule, { readonly type: T }>;

export const TYPES = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
] as const;
export type WireType = (typeof TYPES)[number];

export const DEFAULTS: Readonly<Record<WireType, ConditionalRule>> = {
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
export const wireType = (rule: ConditionalRule): WireType =>
  rule.type === 'raw' ? 'Custom' : ((rule.type.charAt(0).toUpperCase() + rule.type.slice(1)) as WireType);

const touched = ({ sheet }: { readonly sheet: Sheet }): void =>
  sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });

export const setRule = (target: Target, rule: ConditionalRule): void => {
  guardOption(target.sheet, 'allowFormatCells');
  target.format.rule = rule;
  touched(target);
};

export const setStyle = (target: Target, style: DifferentialStyle): void => {
  guardOption(target.sheet, 'allowFormatCells');
  target.format.style = style;
  touched(target);
};

export const ruleOf = <T extends ConditionalRule['type']>({ format }: Target, type: T): RuleOf<T> => {
  if (format.rule.type !== type) throw refuse('InvalidOperation');
  return format.rule as RuleOf<T>;
};
