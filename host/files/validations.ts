/** `<dataValidations>`: what may be entered in a cell. */
import type { Validation, ValidationRule } from '../workbook/model';
import { areasText, parseAreas } from './a1';
import { OPERATORS, operatorWord } from './conditionalFormats';
import { fromFileFormula, toFileFormula } from './formulas';
import { rawText, type Section } from './section';
import {
  attribute,
  child,
  childrenNamed,
  descend,
  element,
  encodeXstring,
  decodeXstring,
  escapeXml,
  flag,
  type XmlNode,
} from './xml';

const KINDS = { whole: 'wholeNumber', decimal: 'decimal', date: 'date', time: 'time', textLength: 'textLength' } as const;

/** Excel does not open a file with longer ones. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

const ALERTS = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

export const validations: Section = {
  elements: ['dataValidations'],
  state: (sheet) => sheet.validations,
  read: ({ sheet, root }) => {
    for (const node of childrenNamed(child(root, 'dataValidations'), 'dataValidation')) {
      const validation = readValidation(node);
      if (validation !== null) sheet.validations.push(validation);
    }
  },
  write: ({ sheet, original }) => {
    const kept = childrenNamed(descend(original?.root ?? null, 'dataValidations'), 'dataValidation').filter(
      (node) => readValidation(node) === null,
    );
    const items = [...kept.map((node) => rawText(original?.source ?? '', node)), ...sheet.validations.map(writeValidation)];
    return [items.length === 0 ? '' : `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`];
  },
};

/** Null for what the model has no word for, such as a prompt without a rule; it stays in the file. */
function readValidation(node: XmlNode): Validation | null {
  const areas = parseAreas(attribute(node, 'sqref') ?? '');
  const rule = readRule(node);
  if (areas.length === 0 || rule === null) return null;
  const text = (name: string): string => decodeXstring(attribute(node, name) ?? '');
  return {
    areas,
    rule,
    ignoreBlanks: flag(node, 'allowBlank'),
    errorAlert: {
      show: flag(node, 'showErrorMessage'),
      style: ALERTS[(attribute(node, 'errorStyle') ?? 'stop') as keyof typeof ALERTS],
      title: text('errorTitle'),
      message: text('error'),
    },
    prompt: { show: flag(node, 'showInputMessage'), title: text('promptTitle'), message: text('prompt') },
  };
}

function readRule(node: XmlNode): ValidationRule | null {
  const type = attribute(node, 'type') ?? 'none';
  const formula1 = child(node, 'formula1')?.text ?? '';
  if (type === 'list') return { type: 'list', inCellDropDown: !flag(node, 'showDropDown'), source: readListSource(formula1) };
  if (type === 'custom') return { type: 'custom', formula: `=${fromFileFormula(formula1, null)}` };
  if (!(type in KINDS)) return null;
  const operator = OPERATORS[attribute(node, 'operator') ?? 'between'] ?? 'Between';
  const formula2 = child(node, 'formula2')?.text;
  const kind = KINDS[type as keyof typeof KINDS];
  return {
    type: kind,
    operator,
    formula1: readLimit(formula1),
    ...(formula2 === undefined ? {} : { formula2: readLimit(formula2) }),
  };
}

const readListSource = (formula: string): string =>
  /^"(?:[^"]|"")*"$/s.test(formula) ? formula.slice(1, -1).replaceAll('""', '"') : `=${fromFileFormula(formula, null)}`;

const readLimit = (formula: string): string =>
  /^[-+]?[\d.]+(?:[eE][-+]?\d+)?$/.test(formula) ? formula : `=${fromFileFormula(formula, null)}`;

function writeValidation({ areas, rule, ignoreBlanks, errorAlert, prompt }: Validation): string {
  const isList = rule.type === 'list';
  const type =
    isList || rule.type === 'custom' ? rule.type : (Object.entries(KINDS).find(([, kind]) => kind === rule.type)?.[0] ?? 'whole');
  const text = (value: string, most: number): string | null => (value === '' ? null : value.slice(0, most));
  const set = {
    type,
    errorStyle: errorAlert.style === 'Stop' ? null : errorAlert.style.toLowerCase(),
    operator: 'operator' in rule && rule.operator !== 'Between' ? operatorWord(rule.operator) : null,
    allowBlank: ignoreBlanks || null,
    showDropDown: (isList && !rule.inCellDropDown) || null,
    showInputMessage: prompt.show || null,
    showErrorMessage: errorAlert.show || null,
    errorTitle: text(errorAlert.title, LONGEST_TITLE),
    error: text(errorAlert.message, LONGEST_MESSAGE),
    promptTitle: text(prompt.title, LONGEST_TITLE),
    prompt: text(prompt.message, LONGEST_MESSAGE),
    sqref: areasText(areas),
  };
  return element('dataValidation', set, formulaElements(rule));
}

function formulaElements(rule: ValidationRule): string {
  if (rule.type === 'list') return `<formula1>${encodeXstring(listSource(rule.source))}</formula1>`;
  if (rule.type === 'custom') return `<formula1>${escapeXml(limit(rule.formula))}</formula1>`;
  const second = rule.formula2 === undefined ? '' : `<formula2>${escapeXml(limit(rule.formula2))}</formula2>`;
  return `<formula1>${escapeXml(limit(rule.formula1))}</formula1>${second}`;
}

const limit = (formula: string): string => toFileFormula(formula.replace(/^=/, ''), null);

const listSource = (source: string): string => (source.startsWith('=') ? limit(source) : `"${source.replaceAll('"', '""')}"`);
