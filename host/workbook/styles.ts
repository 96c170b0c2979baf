/** The workbook's styles: interned, so that a cell keeps a number. */
import type { Font, Style, StylePatch, StyleTable } from './model';

export const defaultFont: Font = {
  name: 'Calibri',
  size: 11,
  bold: false,
  italic: false,
  strikethrough: false,
  underline: 'None',
  color: '#000000',
  vertical: 'Baseline',
};

export const defaultStyle: Style = {
  numberFormat: 'General',
  font: defaultFont,
  fill: null,
  borders: { left: null, right: null, top: null, bottom: null, diagonalDown: null, diagonalUp: null },
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  rotation: 0,
  shrinkToFit: false,
  locked: true,
  formulaHidden: false,
  quotePrefix: false,
};

/** Text that is the same for equal styles whatever the order of their members. */
const keyOf = (style: Style): string => {
  const { font, borders } = style;
  const edges = [borders.left, borders.right, borders.top, borders.bottom, borders.diagonalDown, borders.diagonalUp];
  return JSON.stringify([
    style.numberFormat,
    [font.name, font.size, font.bold, font.italic, font.strikethrough, font.underline, font.color, font.vertical],
    style.fill,
    edges.map((edge) => (edge === null ? 0 : [edge.style, edge.weight, edge.color])),
    [style.horizontal, style.vertical, style.wrap, style.indent, style.rotation, style.shrinkToFit],
    [style.locked, style.formulaHidden, style.quotePrefix, style.named ?? 0],
  ]);
};

/** A style with part of it replaced; `font` and `borders` member by member. */
export const patchedStyle = (style: Style, patch: StylePatch): Style => ({
  ...style,
  ...patch,
  font: { ...style.font, ...patch.font },
  borders: { ...style.borders, ...patch.borders },
});

/** @param first the style of index 0 */
export function createStyleTable(first: Style = defaultStyle): StyleTable {
  const styles: Style[] = [];
  const indexByKey = new Map<string, number>();
  const patched = new Map<string, number>();
  const get = (index: number): Style => {
    const style = styles[index];
    if (style === undefined) throw new RangeError(`No style ${index}`);
    return style;
  };
  const add = (style: Style): number => {
    const key = keyOf(style);
    const known = indexByKey.get(key);
    if (known !== undefined) return known;
    indexByKey.set(key, styles.length);
    styles.push(style);
    return styles.length - 1;
  };
  add(first);
  return {
    get count() {
      return styles.length;
    },
    get,
    add,
    patch: (index, patch) => {
      const key = `${index}|${JSON.stringify(patch)}`;
      const known = patched.get(key);
      if (known !== undefined) return known;
      const result = add(patchedStyle(get(index), patch));
      patched.set(key, result);
      return result;
    },
  };
}
