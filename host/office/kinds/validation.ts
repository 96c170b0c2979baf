/** DataValidation: the rule that what is typed into cells must follow. */

import { cellsOf } from '../area';
import { printA1, printAddress } from '../../workbook/address';
import { intersect, without } from '../../workbook/area';
import type { Area, CellValueOperator, Scalar, Sheet, Validation, ValidationRule } from '../../workbook/model';
import { isRecord, readChoice, readFlag, readRecord, readText } from '../args';
import { findCells, type CellAreas } from '../cells';
import { refuse } from '../errors';
import { guardSheet } from '../protection';
import { defineKind, reads, type Node, type Kind } from '../schema';
import type { Session } from '../session';
import { areasKind, gather } from './rangeAreas';
import { rangeKind } from './range';

const BASIC = { wholeNumber: 'WholeNumber', decimal: 'Decimal', date: 'Date', time: 'Time', textLength: 'TextLength' } as const;
type BasicType = keyof typeof BASIC;
const BASIC_TYPES = Object.keys(BASIC) as BasicType[];

/** Validation has its own words for two of the operators. */
const OPERATORS: Readonly<Record<string, CellValueOperator>> = {
  Between: 'Between', NotBetween: 'NotBetween', EqualTo: 'EqualTo', NotEqualTo: 'NotEqualTo', GreaterThan: 'GreaterThan',
  LessThan: 'LessThan', GreaterThanOrEqualTo: 'GreaterThanOrEqual', LessThanOrEqualTo: 'LessThanOrEqual',
}; // prettier-ignore

const operatorWord = (operator: CellValueOperator): string =>
  Object.entries(OPERATORS).find(([, own]) => own === operator)?.[0] ?? operator;

const NO_ALERT: Validation['errorAlert'] = { show: true, style: 'Stop', title: '', message: '' };
const NO_PROMPT: Validation['prompt'] = { show: true, title: '', message: '' };

const MAX_LIST = 255;

/** The validations that touch areas, without repeats. */
const within = ({ sheet, areas }: CellAreas): Validation[] =>
  sheet.validations.filter((validation) => validation.areas.some((area) => areas.some((other) => intersect(area, other))));

const covers = (validation: Validation, areas: readonly Area[]): boolean => {
  const left = validation.areas.reduce<Area[]>((rest, hole) => rest.flatMap((area) => without(area, hole)), [...areas]);
  return left.length === 0;
};

/** The one validation that all the cells have; null for none; 'mixed' where they differ. */
const shared = (areas: CellAreas): Validation | 'mixed' | null => {
  const found = within(areas);
  const [only] = found;
  if (!only) return null;
  return found.length === 1 && covers(only, areas.areas) ? only : 'mixed';
};

const typeOf = (validation: Validation | 'mixed' | null): string => {
  if (validation === null) return 'None';
  if (validation === 'mixed') return 'Inconsistent';
  const { type } = validation.rule;
  return type.charAt(0).toUpperCase() + type.slice(1);
};

const wireRule = (rule: ValidationRule): object => {
  if (rule.type === 'list') return { list: { inCellDropDown: rule.inCellDropDown, source: rule.source } };
  if (rule.type === 'custom') return { custom: { formula: rule.formula } };
  const basic = { formula1: rule.formula1, operator: operatorWord(rule.operator) };
  return { [rule.type]: rule.formula2 === undefined ? basic : { ...basic, formula2: rule.formula2 } };
};

const formulaText = (value: unknown, home: Sheet): string => {
  const cells = rangeKind.read(value);
  if (cells) return `=${cells.sheet === home ? printA1(cells.area, '$') : printAddress(cells.sheet.name, cells.area, '$')}`;
  if (typeof value === 'number') return String(value);
  const text = readText(value);
  if (text === '') throw refuse('InvalidArgument');
  return text;
};

const readRule = (value: unknown, home: Sheet): ValidationRule => {
  const given = readRecord(value);
  const kinds = Object.keys(given).filter((key) => given[key] !== null && given[key] !== undefined);
  if (kinds.length !== 1) throw refuse('InvalidArgument');
  const [kind = ''] = kinds;
  const rule = readRecord(given[kind]);
  if (kind === 'list') {
    const source = formulaText(rule['source'], home);
    if (!source.startsWith('=') && source.length > MAX_LIST)
      throw refuse('InvalidArgument', 'A list of values may have no more than 255 characters.');
    return { type: 'list', inCellDropDown: rule['inCellDropDown'] !== false, source };
  }
  if (kind === 'custom') return { type: 'custom', formula: formulaText(rule['formula'], home) };
  const type = readChoice(kind, BASIC_TYPES);
  const word = readChoice(rule['operator'] ?? 'Between', Object.keys(OPERATORS));
  const operator = OPERATORS[word] ?? 'Between';
  const isPair = operator === 'Between' || operator === 'NotBetween';
  const second = rule['formula2'];
  if (isPair && (second === null || second === undefined)) throw refuse('InvalidArgument');
  return {
    type,
    operator,
    formula1: formulaText(rule['formula1'], home),
    ...(second === null || second === undefined ? {} : { formula2: formulaText(second, home) }),
  };
};

/** Takes areas out of every validation of a sheet. */
const clear = ({ sheet, areas }: CellAreas): void => {
  for (const validation of within({ sheet, areas })) {
    validation.areas = areas.reduce<Area[]>((rest, hole) => rest.flatMap((area) => without(area, hole)), validation.areas);
  }
  const stay = sheet.validations.filter((validation) => validation.areas.length > 0);
  sheet.validations.splice(0, sheet.validations.length, ...stay);
};

const changed = ({ sheet }: CellAreas): void => sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });

/** Replaces what the cells have; members left out stay as they are. */
const set = (target: CellAreas, change: Partial<Omit<Validation, 'areas'>>): void => {
  guardSheet(target.sheet);
  const now = shared(target);
  if (now === 'mixed' && !change.rule) throw refuse('InvalidOperation');
  const base = now === 'mixed' || !now ? null : now;
  const rule = change.rule ?? base?.rule;
  // Excel keeps an alert or a prompt only beside a rule.
  if (!rule) throw refuse('InvalidOperation', 'The cells have no validation rule.');
  clear(target);
  target.sheet.validations.push({
    areas: [...target.areas],
    rule,
    ignoreBlanks: change.ignoreBlanks ?? base?.ignoreBlanks ?? true,
    errorAlert: change.errorAlert ?? base?.errorAlert ?? NO_ALERT,
    prompt: change.prompt ?? base?.prompt ?? NO_PROMPT,
  });
  changed(target);
};

const compare = (operator: CellValueOperator, value: number, first: number, second: number): boolean => {
  switch (operator) {
    case 'Between':
      return value >= first && value <= second;
    case 'NotBetween':
      return value < first || value > second;
    case 'EqualTo':
      return value === first;
    case 'NotEqualTo':
      return value !== first;
    case 'GreaterThan':
      return value > first;
    case 'LessThan':
      return value < first;
    case 'GreaterThanOrEqual':
      return value >= first;
    case 'LessThanOrEqual':
      return value <= first;
  }
};

/** A bound that is a number or points at a cell; null for any other formula, which this host does not work out. */
const boundOf = (formula: string | undefined, sheet: Sheet, session: Session): number | null => {
  if (formula === undefined) return null;
  const number = Number(formula.replace(/^=/, ''));
  if (formula.trim() !== '' && Number.isFinite(number)) return number;
  const cells = findCells(session.workbook, formula, sheet);
  const value = cells ? cells.sheet.value(cells.area.top, cells.area.left) : null;
  return typeof value === 'number' ? value : null;
};

const listOf = (source: string, sheet: Sheet, session: Session): string[] | null => {
  if (!source.startsWith('=')) return source.split(',').map((item) => item.trim().toLowerCase());
  const cells = findCells(session.workbook, source, sheet);
  if (!cells) return null;
  const items: string[] = [];
  for (let row = cells.area.top; row <= cells.area.bottom; row += 1) {
    for (let column = cells.area.left; column <= cells.area.right; column += 1)
      items.push(cells.sheet.text(row, column).toLowerCase());
  }
  return items;
};

const unsupported = (what: string): never => {
  throw refuse('ApiNotFound', `Judging cells by ${what} is not part of this host.`);
};

/** Whether a cell follows a rule; null where the rule is a formula that the host does not work out. */
const isValid = (rule: ValidationRule, value: Scalar, shown: string, sheet: Sheet, session: Session): boolean => {
  if (rule.type === 'custom') return unsupported('a custom formula');
  if (rule.type === 'list') {
    const items = listOf(rule.source, sheet, session) ?? unsupported('a formula for a list');
    return items.includes(shown.toLowerCase());
  }
  const measured = rule.type === 'textLength' ? shown.length : value;
  if (typeof measured !== 'number') return false;
  if (rule.type === 'wholeNumber' && !Number.isInteger(measured)) return false;
  const first = boundOf(rule.formula1, sheet, session) ?? unsupported('a formula');
  const second = rule.formula2 === undefined ? first : (boundOf(rule.formula2, sheet, session) ?? unsupported('a formula'));
  return compare(rule.operator, measured, first, second);
};

const invalidCells = ({ sheet, areas }: CellAreas, session: Session): Area[] => {
  const used = sheet.usedArea(true);
  const bad: { row: number; column: number }[] = [];
  for (const validation of within({ sheet, areas })) {
    for (const area of validation.areas.flatMap((one) => areas.flatMap((other) => intersect(one, other) ?? []))) {
      const cut = used && intersect(area, used);
      if (!cut) continue;
      for (let row = cut.top; row <= cut.bottom; row += 1) {
        for (let column = cut.left; column <= cut.right; column += 1) {
          const value = sheet.value(row, column);
          if (value === null) continue;
          if (!isValid(validation.rule, value, sheet.text(row, column), sheet, session)) bad.push({ row, column });
        }
      }
    }
  }
  return gather(bad);
};

const ALERT_STYLES = ['Stop', 'Warning', 'Information'] as const;

const readAlert = (value: unknown): Validation['errorAlert'] => {
  const given = readRecord(value);
  const [title, message] = [readText(given['title'] ?? ''), readText(given['message'] ?? '')];
  if (title.length > 32 || message.length > 255) throw refuse('InvalidArgument');
  return {
    show: readFlag(given['showAlert'] ?? true),
    style: readChoice(given['style'] ?? 'Stop', ALERT_STYLES),
    title,
    message,
  };
};

const readPrompt = (value: unknown): Validation['prompt'] => {
  const given = readRecord(value);
  const [title, message] = [readText(given['title'] ?? ''), readText(given['message'] ?? '')];
  if (title.length > 32 || message.length > 255) throw refuse('InvalidArgument');
  return { show: readFlag(given['showPrompt'] ?? true), title, message };
};

const only = (areas: CellAreas): Validation | null => {
  const found = shared(areas);
  return found === 'mixed' ? null : found;
};

const invalidNode = (areas: CellAreas, session: Session): Node | null => {
  const found = invalidCells(areas, session);
  return found.length > 0 ? areasKind({ sheet: areas.sheet, areas: found }) : null;
};

export const validationKind: Kind<CellAreas> = defineKind<CellAreas>('DataValidation', () => ({
  scalars: {
    Type: reads((areas) => typeOf(shared(areas))),
    Rule: {
      get: (areas) => {
        const validation = only(areas);
        return validation ? wireRule(validation.rule) : {};
      },
      set: (areas, value) => {
        if (isRecord(value) && Object.keys(value).length === 0) {
          clear(areas);
          changed(areas);
        } else set(areas, { rule: readRule(value, areas.sheet) });
      },
    },
    IgnoreBlanks: {
      get: (areas) => only(areas)?.ignoreBlanks ?? true,
      set: (areas, value) => set(areas, { ignoreBlanks: readFlag(value) }),
    },
    ErrorAlert: {
      get: (areas) => {
        const { show, style, title, message } = only(areas)?.errorAlert ?? NO_ALERT;
        return { showAlert: show, style, title, message };
      },
      set: (areas, value) => set(areas, { errorAlert: readAlert(value) }),
    },
    Prompt: {
      get: (areas) => {
        const { show, title, message } = only(areas)?.prompt ?? NO_PROMPT;
        return { showPrompt: show, title, message };
      },
      set: (areas, value) => set(areas, { prompt: readPrompt(value) }),
    },
    Valid: reads((areas, session) => {
      const found = invalidCells(areas, session);
      return found.length === 0
        ? true
        : found.reduce((sum, area) => sum + cellsOf(area), 0) === areas.areas.reduce((sum, area) => sum + cellsOf(area), 0)
          ? false
          : null;
    }),
  },
  objects: { GetInvalidCells: (areas, _args, session) => invalidNode(areas, session) },
  actions: {
    Clear: (areas) => {
      guardSheet(areas.sheet);
      clear(areas);
      changed(areas);
    },
  },
}));
