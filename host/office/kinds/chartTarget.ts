/** What the parts of a chart have in common: the chart they belong to, leave to change it, fonts and fills. */

import type { Chart, ChartSeries, Font, Sheet } from '../../workbook/model';
import { readChoice, readColor, readFlag, readNumber, readText } from '../args';
import { refuse } from '../errors';
import { guardOption } from '../protection';
import type { Kind, Property } from '../schema';
import { defineKind } from '../schema';

export interface ChartTarget {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

export interface SeriesTarget extends ChartTarget {
  readonly series: ChartSeries;
}

export const touched = ({ sheet }: { readonly sheet: Sheet }): void =>
  sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });

export const guard = ({ sheet }: { readonly sheet: Sheet }): void => guardOption(sheet, 'allowEditObjects');

/** A property of some part of a chart: read it, check and write it. */
export const property = <T extends { readonly sheet: Sheet }>(
  get: (target: T) => unknown,
  write: (target: T, value: unknown) => void,
): Property<T> => ({
  get,
  set: (target, value) => {
    guard(target);
    write(target, value);
    touched(target);
  },
});

export const readSize = (value: unknown): number => {
  const points = readNumber(value);
  if (points < 0) throw refuse('InvalidArgument');
  return points;
};

interface FontTarget {
  readonly sheet: Sheet;
  readonly owner: { font: Partial<Font> };
}

const fontMember = <K extends 'name' | 'size' | 'color' | 'bold' | 'italic'>(
  name: K,
  read: (value: unknown) => Font[K],
  normal: Font[K],
): Property<FontTarget> =>
  property(
    ({ owner }) => owner.font[name] ?? normal,
    ({ owner }, value) => (owner.font = { ...owner.font, [name]: read(value) }),
  );

export const fontKind: Kind<FontTarget> = defineKind<FontTarget>('ChartFont', () => ({
  scalars: {
    Name: fontMember('name', readText, 'Calibri'),
    Size: fontMember('size', readSize, 10),
    Color: fontMember('color', readColor, '#595959'),
    Bold: fontMember('bold', readFlag, false),
    Italic: fontMember('italic', readFlag, false),
    Underline: property(
      ({ owner }) => owner.font.underline ?? 'None',
      ({ owner }, value) => (owner.font = { ...owner.font, underline: readChoice(value, ['None', 'Single'] as const) }),
    ),
  },
}));

interface Paint {
  readonly sheet: Sheet;
  set(color: string | null): void;
}

export const fillKind: Kind<Paint> = defineKind<Paint>('ChartFill', () => ({
  actions: {
    SetSolidColor: (paint, args) => {
      guard(paint);
      paint.set(readColor(args.at(0)));
      touched(paint);
    },
    Clear: (paint) => {
      guard(paint);
      paint.set('none');
      touched(paint);
    },
  },
}));
