/** Named cell styles: Excel's own and those that an add-in makes. Kept while the workbook is open; a file gets their formats. */

import { BUILT_IN_STYLES } from '../workbook/cellStyles';
import { WHOLE_SHEET, cellArea, wholeColumns, wholeRows } from '../workbook/area';
import type { Sheet, Style, StylePatch } from '../workbook/model';
import { patchedStyle } from '../workbook/styles';
import { refuse } from './errors';
import type { Session } from './session';

export interface NamedStyle {
  /** As `Range.style` answers: a word of `BuiltInStyle`, or the name. */
  readonly word: string;
  readonly name: string;
  readonly isBuiltIn: boolean;
  style: Style;
  includes: Includes;
}

export interface Includes {
  readonly number: boolean;
  readonly font: boolean;
  readonly alignment: boolean;
  readonly border: boolean;
  readonly patterns: boolean;
  readonly protection: boolean;
}

const ALL: Includes = { number: true, font: true, alignment: true, border: true, patterns: true, protection: true };

export const NORMAL = 'Normal';

const builtIn = (session: Session): NamedStyle[] => {
  const normal = session.workbook.styles.get(0);
  return BUILT_IN_STYLES.map(([word, name, patch]) => ({
    word,
    name,
    isBuiltIn: true,
    style: named(patchedStyle(normal, patch), word),
    includes: ALL,
  }));
};

/** A style that says whose it is; `Normal` is what has no name. */
const named = (style: Style, word: string): Style => {
  if (word !== NORMAL) return { ...style, named: word };
  const plain: { -readonly [Member in keyof Style]: Style[Member] } = { ...style };
  delete plain.named;
  return plain;
};

export const stylesOf = (session: Session): NamedStyle[] => {
  const beside = session.besideOf(session.workbook.styles);
  const known = beside.get('named') as NamedStyle[] | undefined;
  const styles = known ?? builtIn(session);
  if (!known) beside.set('named', styles);
  return styles;
};

const plain = (name: string): string => name.toLowerCase();

/** By its name or by the word that office.js has for it. */
export const findStyle = (session: Session, name: string): NamedStyle | null =>
  stylesOf(session).find((style) => plain(style.name) === plain(name) || plain(style.word) === plain(name)) ?? null;

/** @throws Refusal InvalidArgument for a name that is none, ItemAlreadyExists for one that is taken. */
export const addStyle = (session: Session, name: string): NamedStyle => {
  if (name.trim() === '' || name.length > 255) throw refuse('InvalidArgument');
  if (findStyle(session, name)) throw refuse('ItemAlreadyExists');
  const style: NamedStyle = {
    word: name,
    name,
    isBuiltIn: false,
    style: named(session.workbook.styles.get(0), name),
    includes: ALL,
  };
  stylesOf(session).push(style);
  return style;
};

/** What a style gives a cell: the parts that it includes, the others as the cell has them. */
export const laidOver = (cell: Style, { word, style, includes }: NamedStyle): Style => {
  const of = (included: boolean): Style => (included ? style : cell);
  const alignment = of(includes.alignment);
  const protection = of(includes.protection);
  return named(
    {
      ...cell,
      numberFormat: of(includes.number).numberFormat,
      font: of(includes.font).font,
      fill: of(includes.patterns).fill,
      borders: of(includes.border).borders,
      horizontal: alignment.horizontal,
      vertical: alignment.vertical,
      wrap: alignment.wrap,
      indent: alignment.indent,
      rotation: alignment.rotation,
      shrinkToFit: alignment.shrinkToFit,
      locked: protection.locked,
      formulaHidden: protection.formulaHidden,
    },
    word,
  );
};

/** Changes what has a named style: columns and rows that give theirs to their cells, and cells. */
const restyleSheet = (sheet: Sheet, word: string, session: Session, next: (style: Style) => Style): void => {
  const { styles } = session.workbook;
  const isDue = (index: number): boolean => styles.get(index).named === word;
  const change = (style: Style): Style => (style.named === word ? next(style) : style);
  const due = [
    ...sheet.columnRuns().flatMap((run) => (isDue(run.style) ? wholeColumns({ ...WHOLE_SHEET, ...run }) : [])),
    ...sheet.rowRuns().flatMap((run) => (isDue(run.style) ? wholeRows({ ...WHOLE_SHEET, ...run }) : [])),
  ];
  const used = sheet.usedArea(false);
  if (used)
    sheet.forEachCell(used, (row, column, _content, index) => {
      if (isDue(index)) due.push(cellArea(row, column));
    });
  for (const area of due) sheet.changeStyle(area, change);
};

/** Changes a style, and with it every cell that has it. `Normal` is the workbook's own and stays as it is. */
export const changeStyle = (target: NamedStyle, patch: StylePatch, session: Session): void => {
  if (target.word === NORMAL) throw refuse('ApiNotFound', 'A change of the style Normal is not part of this host.');
  target.style = patchedStyle(target.style, patch);
  for (const sheet of session.workbook.sheets) restyleSheet(sheet, target.word, session, (style) => laidOver(style, target));
};

/** Takes a style away; cells that had it are as `Normal` makes them. */
export const deleteStyle = (target: NamedStyle, session: Session): void => {
  const styles = stylesOf(session);
  const index = styles.indexOf(target);
  if (index < 0) throw refuse('ItemNotFound');
  if (target.word === NORMAL) throw refuse('InvalidOperation');
  styles.splice(index, 1);
  for (const sheet of session.workbook.sheets) restyleSheet(sheet, target.word, session, () => session.workbook.styles.get(0));
};
