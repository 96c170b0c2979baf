/** How cells are aligned: the members that the format of cells and a named style have in common. */

import type { Style, StylePatch } from '../../workbook/model';
import { readChoice, readFlag } from '../args';
import type { Property } from '../schema';

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;

/** @param member makes a property of a part of a style */
export const alignmentOf = <T>(
  member: (pick: (style: Style) => unknown, toPatch: (value: unknown) => StylePatch) => Property<T>,
): Record<'HorizontalAlignment' | 'VerticalAlignment' | 'WrapText' | 'ShrinkToFit', Property<T>> => ({
  HorizontalAlignment: member(
    (style) => style.horizontal,
    (value) => ({ horizontal: readChoice(value, HORIZONTAL) }),
  ),
  VerticalAlignment: member(
    (style) => style.vertical,
    (value) => ({ vertical: readChoice(value, VERTICAL) }),
  ),
  WrapText: member(
    (style) => style.wrap,
    (value) => ({ wrap: readFlag(value) }),
  ),
  ShrinkToFit: member(
    (style) => style.shrinkToFit,
    (value) => ({ shrinkToFit: readFlag(value) }),
  ),
});
