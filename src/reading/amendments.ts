/** Deals that amend a contract: whether their amount may be what was added as well as what the contract comes to. */

import type { Question } from '../settings/inspection';
import { splitReferences } from './commonFields';
import { READ } from './sheet';
import type { SourceSheet } from './sheet';
import { statusKey } from './words';

const AMENDMENT =
  /\b(?:amend\w*|amd|change order|contract change|contract modification|modification|variation|addendum|co term|true up|nachtrag|vertragsanderung|anderung|avenant|modificacion|enmienda|adenda|wijziging|contractwijziging|aditivo|aditamento|modifica)\b/;

/** By its type, as the systems and their users call it. */
export function isAmendmentType(text: string): boolean {
  return AMENDMENT.test(statusKey(text));
}

/** Asked where an amendment says a contract that an earlier deal says as well: nothing on the row tells which amount is meant. */
export function amendmentQuestion(sheet: SourceSheet): Question[] {
  const { mapping } = sheet;
  const amounts = sheet.numbers('amount') ?? sheet.numbers('net');
  const days = sheet.days('date');
  if (mapping.role !== 'deals' || (mapping.amendments ?? null) !== null || amounts === null || days === null) return [];
  const types = sheet.texts('type');
  const amendments = Array.from({ length: sheet.count }, (_, index) => index).filter(
    (index) => amounts.state[index] === READ && isAmendmentType(types[index] ?? ''),
  );
  if (amendments.length === 0) return [];
  const rowsOf = rowsByName(sheet);
  const open = amendments.flatMap((index) => {
    const amount = amounts.values[index] ?? 0;
    const before = new Set(
      namesOf(sheet, index)
        .flatMap((name) => rowsOf.get(name) ?? [])
        .filter((other) => amounts.state[other] === READ && (days.days[other] ?? 0) < (days.days[index] ?? 0)),
    );
    const sum = [...before].reduce((total, other) => total + (amounts.values[other] ?? 0), 0);
    // Below zero it can only be the change.
    return before.size > 0 && amount > 0 ? [{ index, isLarge: amount >= sum }] : [];
  });
  const [first] = open;
  if (first === undefined) return [];
  const id = sheet.texts('id')[first.index] ?? '';
  const large = open.filter(({ isLarge }) => isLarge).length;
  return [
    {
      id: 'amendments',
      sheet: mapping.sheet,
      text: `Amendments such as “${id}” change a contract that another deal has. What is their amount?`,
      choices: [
        { value: 'increment', label: 'what the amendment added: both amounts count' },
        { value: 'total', label: 'what the contract comes to now: only the change counts' },
      ],
      suggestion: large * 2 > open.length ? 'total' : 'increment',
    },
  ];
}

const NAMES = ['id', 'reference', 'reference2', 'reference3'] as const;

function namesOf(sheet: SourceSheet, index: number): string[] {
  return NAMES.flatMap((field) => splitReferences(sheet.texts(field)[index] ?? '')).map(statusKey);
}

function rowsByName(sheet: SourceSheet): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (let index = 0; index < sheet.count; index += 1) {
    for (const name of new Set(namesOf(sheet, index))) {
      const known = rows.get(name);
      if (known === undefined) rows.set(name, [index]);
      else known.push(index);
    }
  }
  return rows;
}
