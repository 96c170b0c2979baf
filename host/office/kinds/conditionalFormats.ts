/** Conditional formats: their list over cells, and the rule and looks of each kind. */

import { intersect, without } from '../../workbook/area';
import type { ConditionalFormat } from '../../workbook/model';
import { readFlag, readInteger } from '../args';
import type { CellAreas } from '../cells';
import { Cells } from '../cells';
import { refuse } from '../errors';
import { newId } from '../ids';
import { guardOption } from '../protection';
import type { Kind, Node } from '../schema';
import { defineKind, reads } from '../schema';
import { touched } from './chartTarget';
import { dataBarKind, iconSetKind } from './conditionalGraphics';
import { cellValueKind, colorScaleKind, customKind, presetKind, textKind, topBottomKind } from './conditionalRules';
import type { Target, WireType } from './conditionalTarget';
import { TYPES, DEFAULTS, wireType } from './conditionalTarget';
import { rangeKind } from './range';
import { areasKind } from './rangeAreas';

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
