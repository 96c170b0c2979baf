/** How the texts of a chart stand: alignment, angle, number format. */

import { readChoice, readFlag } from '../args';
import type { Property } from '../schema';
import type { Part } from './chartTarget';
import { always, kept, readAngle } from './chartTarget';

const HORIZONTAL = ['Center', 'Left', 'Right', 'Justify', 'Distributed'] as const;
const VERTICAL = ['Center', 'Bottom', 'Top', 'Justify', 'Distributed'] as const;

export const textScalars = <T extends Part>(): Record<
  'HorizontalAlignment' | 'VerticalAlignment' | 'TextOrientation',
  Property<T>
> => ({
  HorizontalAlignment: kept('horizontal', (value) => readChoice(value, HORIZONTAL), always('Center')),
  VerticalAlignment: kept('vertical', (value) => readChoice(value, VERTICAL), always('Center')),
  TextOrientation: kept('orientation', readAngle, always(0)),
});

/** Whether numbers are shown as their cells are: until the part is given a number format of its own. */
export const linkNumberFormat = <T extends Part>(): Property<T> => kept('linkNumberFormat', readFlag, always(true));
