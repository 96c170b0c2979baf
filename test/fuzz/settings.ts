/** What somebody else wrote where Tieout keeps its own: the settings file, the workbook's settings, the result's cells. */

import type { Random } from '../../samples/random';
import type { Workbook } from '../../host/workbook/model';
import { hostileText, hostileValue, memberName } from './texts';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export function randomJson(random: Random, depth = 0): Json {
  const die = random.next();
  if (depth > 4 || die < 0.35) return random.pick([null, true, false, 0, -1, 1e308, 0.5, '', hostileText(random), '2026-13-01']);
  if (die < 0.4) return nested(random.pick([50, 2_000]));
  const size = random.pick([0, 1, 3, 3, depth === 0 ? 400 : 5]);
  if (die < 0.65) return Array.from({ length: size }, () => randomJson(random, depth + 1));
  const members = Array.from(
    { length: size },
    () =>
      [
        random.pick(['version', 'sheets', 'definitions', memberName(random), hostileText(random)]),
        randomJson(random, depth + 1),
      ] as const,
  );
  return Object.fromEntries(members);
}

function nested(levels: number): Json {
  let value: Json = 1;
  for (let n = 0; n < levels; n += 1) value = n % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A value with some of its members changed, left out, repeated or new. */
export function changedJson(value: unknown, random: Random, boldness = 0.08): unknown {
  if (random.chance(boldness / 2)) return randomJson(random, 2);
  if (Array.isArray(value)) {
    const items = value.filter(() => !random.chance(boldness / 2)).map((item: unknown) => changedJson(item, random, boldness));
    return random.chance(boldness) ? [...items, ...items, randomJson(random, 3)] : items;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(() => !random.chance(boldness / 3));
    const changed = members.map(([name, member]): [string, unknown] => [name, changedJson(member, random, boldness)]);
    if (random.chance(boldness)) changed.push([memberName(random), randomJson(random, 3)]);
    return Object.fromEntries(changed);
  }
  if (!random.chance(boldness)) return value;
  if (typeof value === 'number') return random.pick([-1, 0, 0.5, value + 1, 1e9, 2 ** 53, -1e308, 1_048_576]);
  if (typeof value === 'string') return random.pick([hostileText(random), value.toUpperCase(), '', `${value} `]);
  return value === true ? false : true;
}

const SETTINGS_FILE = {
  version: 1,
  definitions: {
    asOf: '2026-04-30',
    yearStarts: 'April',
    invoicedAmount: 'net',
    materiality: 100,
    entities: 'all',
    calendar: '4-4-5',
  },
  mappings: [
    {
      sheet: 'Deals',
      role: 'deals',
      headerRow: 0,
      headerRows: 1,
      columns: { id: 0, customer: 1, amount: 2, currency: 3, date: 4, stage: 5, owner: 6 },
    },
    {
      sheet: 'Invoices',
      role: 'invoices',
      block: 0,
      scale: 1,
      columns: { net: 3, gross: null },
      dateOrder: 'dmy',
      decimal: '.',
      currency: 'EUR',
    },
    { sheet: 'Receipts', role: 'receipts', grain: 'row', monthColumns: [{ column: 2, month: '2026-03' }] },
  ],
  aliases: [{ kind: 'Customer', from: 'Acme Ltd', to: 'Birch GmbH', fromDate: '2026-01-01' }],
  links: [{ matchKey: 'invoice-receipt|invoice.I-1|receipt.R-1', decision: 'confirmed', amount: '12.50', currency: 'EUR' }],
};

export function hostileSettingsFile(random: Random): string {
  const die = random.next();
  if (die < 0.15)
    return random.pick([
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"version":1,}',
      '['.repeat(100_000),
      '\u0000',
      '{"version":1}{',
      '{"version":"1"}',
      hostileText(random),
    ]);
  if (die < 0.3) return JSON.stringify(randomJson(random));
  return JSON.stringify(changedJson(SETTINGS_FILE, random, random.pick([0.01, 0.03, 0.1])));
}

/** @param workbook one that holds a result */
export function spoilSettings(workbook: Workbook, random: Random): void {
  for (const [key, value] of [...workbook.settings]) {
    const die = random.next();
    if (die < 0.4) workbook.settings.set(key, changedJson(value, random, random.pick([0.003, 0.03, 0.2])));
    else if (die < 0.5) workbook.settings.set(key, randomJson(random));
    else if (die < 0.55) workbook.settings.delete(key);
  }
  if (random.chance(0.3))
    workbook.settings.set('tieout.journal', random.chance(0.5) ? randomJson(random) : claimedJournal(workbook, random));
  if (random.chance(0.3))
    workbook.settings.set(
      'tieout.sample',
      changedJson({ version: 1, sheets: [{ id: workbook.sheets[0]?.id ?? '', print: 'x' }] }, random, 0.2),
    );
  if (random.chance(0.2)) workbook.settings.set(memberName(random), randomJson(random));
  if (random.chance(0.2)) workbook.settings.set('tieout.sheets', claimOn(workbook, random));
}

const OWN_TABLES = ['tblTieOut', 'tblReconciliation', 'tblExceptions', 'tblMatches', 'tblDefinitions'];

/** A registry that says the sources are Tieout's own, with the tables that are there or none. */
function claimOn(workbook: Workbook, random: Random): Json {
  const sheets = workbook.sheets.map(({ id, name, tables }) => ({
    planned: random.pick(['Summary', 'Reconciliation', 'Exceptions', 'Matches', name]),
    id,
    name,
    tables: Object.fromEntries(tables.map((table) => [random.pick(OWN_TABLES), table.name])),
    typed: [],
    cells: random.chance(0.5) ? [] : [{ row: 0, column: 0, columns: random.pick([1, 16_384, 2 ** 53]) }],
  }));
  return { version: 1, retired: random.chance(0.3) ? workbook.sheets.map(({ id }) => id) : [], sheets };
}

/** A journal that says the sources are staged, to be shown, deleted or written over. */
function claimedJournal(workbook: Workbook, random: Random): Json {
  const sheet = (): string => random.pick(workbook.sheets).id;
  const shared = { planned: 'Summary', name: random.pick(['Summary', 'Deals', 'New']), headers: {}, typed: [], cells: [] };
  const area = { row: 0, column: 0, rows: 40, columns: 20, isAboveTable: false };
  const recipes = Array.from({ length: random.whole(1, 3) }, (): Json =>
    random.chance(0.5)
      ? { ...shared, kind: 'fresh', staged: sheet(), tables: {} }
      : {
          ...shared,
          ...{ kind: 'update', staged: sheet(), sheet: sheet(), tables: [], areas: [area] },
          ...{ headerRow: 0, marks: [], rowHeights: [], charts: [] },
        },
  );
  const run = (workbook.settings.get('tieout.lastRun') ?? null) as Json;
  return { phase: 'placing', attempts: random.whole(0, 4), sheets: recipes, run, retired: [] };
}

/** Types what nobody expects into the cells of a result's sheets. */
export function spoilResult(workbook: Workbook, ours: readonly string[], random: Random): void {
  workbook.transact('person', () => {
    for (const name of ours) {
      const sheet = workbook.sheet(name);
      const area = sheet?.usedArea(true) ?? null;
      if (sheet === null || area === null) continue;
      for (let n = random.pick([0, 1, 5, 40]); n > 0; n -= 1) {
        const [row, column] = [random.whole(0, area.bottom), random.whole(0, area.right)];
        const value = hostileValue(random);
        if (value !== null) sheet.setValue(row, column, value);
      }
    }
  });
}
