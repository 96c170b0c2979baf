/** What people settled in our sheets: settings, aliases, links confirmed or refused, exceptions under review. */

import { dayFromSerial, isoDay, isoMonth, monthOf, serialOfDay } from '../domain/day';
import type { Alias, LinkDecision, LinkNote, PreviousException } from '../settings/decisions';
import { acceptSetting, SETTINGS } from '../settings/definitions';
import type { Definitions, RefusedSetting, Setting, SettingKey } from '../settings/definitions';
import { decisionWords } from '../settings/reviewWords';
import type { DecisionWords } from '../settings/reviewWords';
import { typedDay, typedSetting } from '../settings/typedText';
import type { Writing } from '../settings/typedText';
import { numberOf, textOf, typedOf } from './readTables';
import type { KeptRow } from './readTables';

export interface KeptDefinitions {
  readonly definitions: Definitions;
  readonly reasons: Readonly<Partial<Record<SettingKey, string>>>;
  readonly refusedSettings: readonly RefusedSetting[];
}

const KEYS = Object.keys(SETTINGS) as SettingKey[];

/**
 * Settings as they stand in `Definitions`. A blank value is found from the data again. A value that is not allowed is told,
 * and the last one used stands in for it. The reason goes with a value that nobody changed.
 */
export function definitionsOf(rows: readonly KeptRow[], writing: Writing): KeptDefinitions {
  const definitions: { [K in SettingKey]?: string | number } = {};
  const reasons: Partial<Record<SettingKey, string>> = {};
  const refusedSettings: RefusedSetting[] = [];
  for (const row of rows) {
    const [section, name] = [textOf(row, 'Section'), textOf(row, 'Setting')];
    const key = KEYS.find((candidate) => SETTINGS[candidate].section === section && SETTINGS[candidate].name === name) ?? null;
    const typed = typedOf(row, 'Value');
    if (String(typed).trim() === '') continue;
    if (key === null) {
      refusedSettings.push({ setting: name, typed: String(typed), key });
      continue;
    }
    const lastUsed = textOf(row, 'Last run used');
    // What Tieout wrote is in its own writing, whatever the person's is.
    const isOurs = String(typed).trim() === lastUsed;
    const accepted = acceptSetting(key, isOurs ? typed : asWritten(SETTINGS[key], typed, writing));
    if (accepted === null) {
      refusedSettings.push({ setting: name, typed: String(typed), key });
      const last = acceptSetting(key, lastUsed);
      if (last !== null && lastUsed !== '') definitions[key] = last;
      continue;
    }
    definitions[key] = accepted;
    if (isOurs) reasons[key] = textOf(row, 'Why this value');
  }
  return { definitions, reasons, refusedSettings };
}

/** What was typed, or the date that Excel made of it, as the setting writes it. */
function asWritten(setting: Setting, typed: string | number, writing: Writing): string | number {
  const { kind } = setting;
  if (typeof typed === 'string') return typedSetting(setting, typed, writing);
  if (kind.type === 'day' || kind.type === 'month ends') return isoDay(dayFromSerial(typed));
  return kind.type === 'month' ? isoMonth(monthOf(dayFromSerial(typed))) : typed;
}

/** Aliases, those with a blank name among them: they are kept, and of no effect. A blank kind is a customer. */
export function aliasesOf(rows: readonly KeptRow[], writing: Writing): Alias[] {
  return rows.map((row) => ({
    kind: /^owner$/i.test(textOf(row, 'Kind')) ? 'Owner' : 'Customer',
    from: textOf(row, 'From'),
    to: textOf(row, 'To'),
    fromDate: dateText(row, 'From date', writing),
    decidedBy: textOf(row, 'Decided by'),
    decidedAt: dateText(row, 'Decided at', writing),
  }));
}

export function dateText(row: KeptRow, header: string, writing: Writing): string {
  const serial = numberOf(row, header);
  if (serial !== null) return isoDay(dayFromSerial(serial));
  const day = typedDay(textOf(row, header), writing);
  return day === null ? textOf(row, header) : isoDay(day);
}

/** A date that Excel left a text, as the number of other dates; any other text as it is. */
function dateTyped(row: KeptRow, header: string, writing: Writing): string | number {
  const typed = typedOf(row, header);
  const day = typeof typed === 'string' ? typedDay(typed, writing) : null;
  return day === null ? typed : serialOfDay(day);
}

/** What people typed on rows of `Matches`: decisions, and what is none but is kept. */
export function matchesTyped(
  rows: readonly KeptRow[],
  writing: Writing,
): {
  readonly links: readonly LinkDecision[];
  readonly notes: readonly LinkNote[];
} {
  const links: LinkDecision[] = [];
  const notes: LinkNote[] = [];
  for (const row of rows) {
    const typed = textOf(row, 'Decision');
    const words = decisionWords(typed);
    const matchKey = textOf(row, 'Match key');
    const by = { decidedBy: textOf(row, 'Decided by'), decidedAt: dateText(row, 'Decided at', writing) };
    if (matchKey === '') continue;
    if (words !== null) links.push({ matchKey, ...decisionOf(words), ...by });
    else if (typed !== '' || by.decidedBy !== '' || by.decidedAt !== '') notes.push({ matchKey, typed, ...by });
  }
  return { links, notes };
}

function decisionOf({ decision, amount, currency }: DecisionWords): Pick<LinkDecision, 'decision' | 'amount' | 'currency'> {
  return { decision, ...(amount === null ? {} : { amount, ...(currency === '' ? {} : { currency }) }) };
}

/** Every row of `Exceptions`, pasted copies and a person's own rows without a key included, in the order of the sheet. */
export function previousOf(rows: readonly KeptRow[], writing: Writing): PreviousException[] {
  return rows.map((row) => ({
    key: textOf(row, 'Exception key'),
    status: textOf(row, 'Status'),
    resolution: textOf(row, 'Resolution'),
    assignee: textOf(row, 'Assignee'),
    dueBy: dateTyped(row, 'Due by', writing),
    acceptUntil: dateTyped(row, 'Accept until', writing),
    comment: String(row['Comment'] ?? ''),
    firstSeen: numberOf(row, 'First seen'),
    lastSeen: numberOf(row, 'Last seen'),
    closedOn: numberOf(row, 'Closed on'),
    code: textOf(row, 'Code'),
    gap: textOf(row, 'Gap'),
    amount: numberOf(row, 'Amount') ?? 0,
    whatChanged: textOf(row, 'What changed'),
    cells: row,
  }));
}
