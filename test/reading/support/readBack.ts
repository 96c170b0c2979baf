/** A layout read back: every question answered as a person who knows the layout would. */

import { isoDay } from '../../../src/domain/day';
import type { ReconciledRecord } from '../../../src/domain/record';
import { inspect } from '../../../src/reading/inspect';
import { readRecords } from '../../../src/reading/readRecords';
import type { ReadResult } from '../../../src/reading/readRecords';
import { answerMapping } from '../../../src/settings/mapping';
import type { SourceMapping } from '../../../src/settings/mapping';
import type { Document, LaidOut, Layout } from './layouts';

const WORDS = { won: [], issued: [], writtenOff: [] };

const ANSWERS: Readonly<Record<string, (layout: Layout) => string>> = {
  headings: ({ by, groups }) => (groups === 'two levels' ? 'owner' : by),
  headings2: () => 'customer',
  grain: ({ grain }) => (grain === 'parts' ? 'lines' : 'repeated'),
};

export function readBack(laid: LaidOut, own: Layout): ReadResult {
  const [first] = inspect([laid.grid], []).sources;
  if (first === undefined) throw new Error('no source');
  const asked = first.questions.reduce((mapping, { id, text }) => answered(mapping, id, text, own), first.mapping);
  if (asked === first.mapping) return readRecords([laid.grid], [asked], WORDS);
  const [again] = inspect([laid.grid], [asked]).sources;
  if (again === undefined) throw new Error('no source');
  const settled = again.questions.reduce((mapping, { id, text }) => answered(mapping, id, text, own), again.mapping);
  return readRecords([laid.grid], [settled], WORDS);
}

function answered(mapping: SourceMapping, id: string, text: string, own: Layout): SourceMapping {
  const answer = ANSWERS[id];
  if (answer === undefined) throw new Error(`asked ${id}: ${text}`);
  return answerMapping(mapping, id, answer(own));
}

export const factsOf = ({ id, customer, owner, day, amount }: ReconciledRecord): string =>
  [id, customer, owner, isoDay(day), amount].join(' | ');

export const recordsOf = ({ records }: ReadResult): readonly ReconciledRecord[] => [
  ...records.deals,
  ...records.invoices,
  ...records.revenue,
  ...records.receipts,
];

export const expected = (documents: readonly Document[]): string[] =>
  documents
    .map(({ id, customer, owner, day, parts }) =>
      [id, customer, owner, isoDay(day), parts.reduce((sum, { amount }) => sum + amount, 0)].join(' | '),
    )
    .sort();

export function rowsUsed(records: readonly ReconciledRecord[]): number[] {
  return records.flatMap(
    ({ source: { row, lastRow = row, rows } }) => rows ?? Array.from({ length: lastRow - row + 1 }, (_, at) => row + at),
  );
}
