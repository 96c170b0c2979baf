/** Defined names: of the workbook, or of one sheet. */

import { printAddress } from '../../workbook/address';
import { nameValues } from '../../workbook/nameValue';
import { isDefinableName } from '../../workbook/nameRules';
import type { DefinedName, Scalar, Sheet, Workbook } from '../../workbook/model';
import { readFlag, readText, type Args } from '../args';
import type { Cells } from '../cells';
import { findCells } from '../cells';
import { refuse } from '../errors';
import { newId } from '../ids';
import { defineKind, reads, type Node, type Kind } from '../schema';
import type { Session } from '../session';
import { valueType, wireValue } from './contents';
import { rangeKind } from './range';
import { worksheetKind } from './worksheet';

interface NameTarget {
  readonly workbook: Workbook;
  readonly item: DefinedName;
}

interface Names {
  readonly workbook: Workbook;
  /** Null for the workbook's own. */
  readonly sheet: Sheet | null;
}

const noted = (workbook: Workbook, sheet: Sheet | null): void =>
  (sheet ?? workbook.activeSheet).touch({ kind: 'names', sheet: sheet?.id ?? null, trigger: 'addin' });

const listed = ({ workbook, sheet }: Names): DefinedName[] => workbook.names.filter((item) => item.scope === (sheet?.id ?? null));

const scopeSheet = ({ workbook, item }: NameTarget): Sheet | null => (item.scope === null ? null : workbook.sheet(item.scope));

const cellsOfName = (target: NameTarget): Cells | null => findCells(target.workbook, target.item.formula, scopeSheet(target));

const valuesOfName = (target: NameTarget): readonly Scalar[] =>
  nameValues(scopeSheet(target) ?? target.workbook.activeSheet, target.item.formula);

const typeOf = (target: NameTarget): string => {
  if (cellsOfName(target)) return 'Range';
  const [value = null, ...more] = valuesOfName(target);
  if (more.length > 0) return 'Array';
  return typeof value === 'number' && Number.isInteger(value) ? 'Integer' : valueType(value);
};

const valueOf = (target: NameTarget): unknown => {
  const cells = cellsOfName(target);
  return cells ? cells.address : wireValue(valuesOfName(target)[0] ?? null);
};

const withoutEquals = (formula: string): string => formula.replace(/^=/, '');

const whereNode = (target: NameTarget): Node | null => {
  const sheet = scopeSheet(target);
  return sheet && worksheetKind(sheet);
};

const rangeNode = (target: NameTarget): Node | null => {
  const cells = cellsOfName(target);
  return cells && rangeKind(cells);
};

const nameKind: Kind<NameTarget> = defineKind<NameTarget>('NamedItem', () => ({
  identity: ({ item }) => ({ _Id: item.id }),
  scalars: {
    Name: reads(({ item }) => item.name),
    Type: reads(typeOf),
    Value: reads(valueOf),
    Formula: {
      get: ({ item }) => `=${item.formula}`,
      set: (target, value) => {
        const formula = withoutEquals(typeof value === 'number' ? String(value) : readText(value));
        if (formula === '') throw refuse('InvalidArgument');
        target.item.formula = formula;
        noted(target.workbook, scopeSheet(target));
      },
    },
    Visible: {
      get: ({ item }) => item.visible,
      set: (target, value) => {
        target.item.visible = readFlag(value);
        noted(target.workbook, scopeSheet(target));
      },
    },
    Comment: {
      get: ({ item }) => item.comment,
      set: (target, value) => {
        target.item.comment = readComment(value);
        noted(target.workbook, scopeSheet(target));
      },
    },
    Scope: reads(({ item }) => (item.scope === null ? 'Workbook' : 'Worksheet')),
    _Id: reads(({ item }) => item.id),
  },
  navigations: { Worksheet: whereNode, ArrayValues: (target) => arrayValuesKind(target) },
  objects: { GetRange: rangeNode },
  actions: {
    Delete: (target) => {
      const index = target.workbook.names.indexOf(target.item);
      if (index < 0) throw refuse('ItemNotFound');
      target.workbook.names.splice(index, 1);
      noted(target.workbook, scopeSheet(target));
    },
  },
}));

const arrayValuesKind: Kind<NameTarget> = defineKind<NameTarget>('NamedItemArrayValues', () => ({
  scalars: {
    Values: reads((target) => matrixOf(target, (sheet, row, column) => wireValue(sheet.value(row, column)))),
    Types: reads((target) => matrixOf(target, (sheet, row, column) => valueType(sheet.value(row, column)))),
  },
}));

const matrixOf = <V>(target: NameTarget, read: (sheet: Sheet, row: number, column: number) => V): V[][] => {
  const cells = cellsOfName(target);
  if (!cells) return [];
  const { sheet, area } = cells;
  return Array.from({ length: area.bottom - area.top + 1 }, (_unused, down) =>
    Array.from({ length: area.right - area.left + 1 }, (_other, right) => read(sheet, area.top + down, area.left + right)),
  );
};

const MAX_COMMENT = 255;

const readComment = (value: unknown): string => {
  const comment = readText(value);
  if (comment.length > MAX_COMMENT) throw refuse('InvalidArgument');
  return comment;
};

/** A text in quotation marks, a truth value or a number, as a formula writes them. */
const isConstant = (text: string): boolean =>
  /^("(?:[^"]|"")*"|true|false)$/i.test(text) || (text.trim() !== '' && Number.isFinite(Number(text)));

const formulaOf = (value: unknown, session: Session, home: Sheet): string => {
  const cells = rangeKind.read(value);
  if (cells) return printAddress(cells.sheet.name, cells.area, '$');
  const text = readText(value);
  const found = text.startsWith('=') ? findCells(session.workbook, text, home) : null;
  if (found && /^=(?:'(?:[^']|'')*'!|[^!'"(]+!)?\$?[a-z]*\$?\d*(?::\$?[a-z]*\$?\d*)?$/i.test(text))
    return printAddress(found.sheet.name, found.area, '$');
  if (text.startsWith('=')) return withoutEquals(text);
  // A text that is no formula is a constant.
  return isConstant(text) ? text : `"${text.replaceAll('"', '""')}"`;
};

const add = ({ workbook, sheet }: Names, args: Args, session: Session): Node => {
  const name = args.text(0);
  if (!isDefinableName(name)) throw refuse('InvalidArgument');
  const isTable = sheet === null && workbook.table(name) !== null;
  if (isTable || byName({ workbook, sheet }, name)) throw refuse('ItemAlreadyExists');
  const formula = formulaOf(args.at(1), session, sheet ?? workbook.activeSheet);
  if (formula === '') throw refuse('InvalidArgument');
  const item: DefinedName = {
    id: newId(),
    name,
    formula,
    scope: sheet?.id ?? null,
    comment: args.isGiven(2) ? readComment(args.at(2)) : '',
    visible: true,
  };
  workbook.names.push(item);
  noted(workbook, sheet);
  return nameKind({ workbook, item });
};

const byName = (names: Names, name: string): DefinedName | null =>
  listed(names).find((item) => item.name.toLowerCase() === name.toLowerCase()) ?? null;

const byKey = (names: Names, key: unknown): Node | null => {
  const text = readText(key);
  const item = listed(names).find(({ id }) => id === text) ?? byName(names, text);
  return item ? nameKind({ workbook: names.workbook, item }) : null;
};

export const namesKind: Kind<Names> = defineKind<Names>('NamedItemCollection', () => ({
  items: (names) => listed(names).map((item) => nameKind({ workbook: names.workbook, item })),
  item: byKey,
  objects: {
    Add: add,
    AddFormulaLocal: add,
    GetItem: (names, args) => byKey(names, args.at(0)),
  },
  actions: { GetCount: (names) => listed(names).length },
}));
