/** Whatever the engine says of the samples where the pane shows it, German has a phrase for it. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { STORY } from '../../samples/story';
import { largeSample } from '../../samples/large';
import type { DecisionFault } from '../../src/domain/link';
import { LEFT_OUT_CAUSES } from '../../src/domain/record';
import { CLASSES, STATUSES, TREATMENTS } from '../../src/domain/reconciliation';
import type { SourceGrid } from '../../src/domain/grid';
import { COMPARISONS } from '../../src/matching/names/levels';
import { NOTHING_KEPT, reportContext } from '../../src/report/context';
import { KIND_TITLES } from '../../src/report/matchRows';
import { decisionMessages } from '../../src/report/summary/decisionMessages';
import { SETTINGS } from '../../src/settings/definitions';
import type { SettingKind } from '../../src/settings/definitions';
import { CHOICES } from '../../src/taskpane/texts/settings.de';
import { engine as german } from '../../src/taskpane/texts/engine.de';
import { REASONS } from '../../src/variance/reasons/catalogue';
import { createEngine } from '../../src/worker/engine';
import { marchDeal } from '../report/support/reconciliations';
import { exportSheets } from '../support/exports';
import { gridsOf } from '../support/samples';

const engine = createEngine();

/** Said alike in both languages. */
const ALIKE = new Set(['Deal', 'Deals', 'Definition', 'domain', 'name', 'deals', 'Name']);

/** Evidence of numbers alone says the same everywhere. */
const isTold = (said: string): boolean => said === '' || /^[\d.,]+$/.test(said) || ALIKE.has(said) || german(said) !== said;

const untold = (all: Iterable<string>): string[] => [...new Set([...all].filter((said) => !isTold(said)))];

function* saidOf(grids: readonly SourceGrid[]): Generator<string> {
  const { sources, questions } = engine.inspect(grids, []);
  for (const source of sources) {
    yield source.roleReason;
    for (const { reason } of source.columns) yield reason;
  }
  for (const { text, choices } of [...questions, ...sources.flatMap((source) => source.questions)]) {
    yield text;
    for (const { label } of choices) yield label;
  }
  const request = {
    mappings: sources.map(({ mapping }) => mapping),
    definitions: {},
    reasons: {},
    decisions: { aliases: [], links: [] },
  };
  for (const { why } of engine.define(grids, request)) yield why;
  const kept = { previous: [], typed: {}, refusedSettings: [], lastRun: null };
  const { digest, review } = engine.run(grids, { ...request, ...kept }, () => undefined);
  yield* digest.messages;
  yield* digest.changes;
  for (const { measure } of digest.totals) yield measure;
  for (const { title } of digest.gaps) yield title;
  for (const { priority } of digest.exceptions) yield priority;
  for (const { kind, pass, runnerUp, evidence, left, right } of review.matches) {
    yield* [kind, pass, runnerUp, left.what, right.what];
    for (const { comparison, level } of evidence) yield* [comparison, level];
  }
  for (const { kind, why } of review.choices) yield* [kind, why];
}

test.each([
  ['the story', STORY],
  ['the exports', exportSheets()],
  ['three hundred deals', largeSample(300)],
])('the sentences about %s', (_, sheets) => {
  expect(untold(saidOf(gridsOf(sheets)))).toEqual([]);
});

test('the catalogues: reasons and their actions, classes, treatments, statuses, causes, kinds, comparisons of names', () => {
  const reasons = Object.values(REASONS).flatMap(({ name, action }) => [name, action]);
  const names = COMPARISONS.flatMap(({ name, levels }) => [name, ...levels]);
  const words = [...CLASSES, ...TREATMENTS, ...STATUSES, ...Object.values(LEFT_OUT_CAUSES), ...Object.values(KIND_TITLES)];
  expect(untold([...reasons, ...names, ...words])).toEqual([]);
});

test('the choices of every setting', () => {
  const kinds: readonly SettingKind[] = Object.values(SETTINGS).map(({ kind }) => kind);
  const choices = kinds.flatMap((kind) => (kind.type === 'choice' ? kind.choices : []));
  // Patterns of weeks are numbers.
  expect(choices.filter((choice) => !Object.hasOwn(CHOICES, choice) && !/^\d(-\d)+$/.test(choice))).toEqual([]);
});

/** What a file of src/excel says where a pattern finds it, in plain quotes or with holes; names in them are invented. */
function* writtenIn(file: string, written: RegExp): Generator<string> {
  for (const [, plain, filled] of readFileSync(path.join('src/excel', file), 'utf8').matchAll(written))
    yield plain ?? (filled ?? '').replaceAll(/\$\{[^}]+\}/g, 'Xyz');
}

test('what stands in the way is said in German', () => {
  const written = /(?:\b(?:what|next):\s+|\bgone\()(?:'([^']+)'|`([^`]+)`)/g;
  const all = readdirSync('src/excel').flatMap((file) => [...writtenIn(file, written)]);
  expect(all.length).toBeGreaterThan(20);
  expect(untold(all)).toEqual([]);
});

test('what a run that stands has to tell is said in German', () => {
  const sentence = /(?:'([A-Z][^'\n]*\.)'|`([A-Z][^`\n]*\.)`)/g;
  const refused = [...writtenIn('finish.ts', /\brefused: '([^']+)'/g)].map(
    (what) => `${what} (Excel is busy.). The figures stand.`,
  );
  const told = ['finish.ts', 'lastMoment.ts', 'stageReport.ts'].flatMap((file) => [...writtenIn(file, sentence)]);
  expect(Math.min(refused.length, told.length)).toBeGreaterThan(5);
  const notes = ['1 note whose place is gone now stands', '3 notes whose places are gone now stand'];
  expect(untold([...refused, ...told, ...notes.map((note) => `${note} on the sheet “Notes kept”.`)])).toEqual([]);
});

const ALIAS = { kind: 'Customer', fromDate: '', decidedBy: '', decidedAt: '' } as const;

test('decisions that do not hold as they were typed are told in German', () => {
  const [decision, by] = ['deal-invoice|deal.D-1|invoice.INV-1', 'alias|ACME|Acme Ltd'];
  const amounts = { asked: 50_000, carried: 40_050, currency: 'EUR' };
  const faults: DecisionFault[] = [
    { code: 'circular', decision: by, by: '' },
    { code: 'too much', decision, by: '', amounts },
    { code: 'too much', decision, by: '', amounts: { ...amounts, carried: 0 } },
    { code: 'nothing open', decision, by: '' },
    { code: 'currency', decision, by: '' },
    ...[decision, by, ''].map((instead) => ({ code: 'overruled' as const, decision, by: instead })),
  ];
  // Of many the last are only counted.
  for (const decisionFaults of [...faults.map((fault) => [fault]), faults, faults.slice(1)])
    expect(untold(decisionMessages(reportContext({ ...marchDeal(), decisionFaults }, NOTHING_KEPT)))).toEqual([]);
  const unfinished = [
    ['Nile', ''],
    ['', 'Nile Traders'],
    ['', ''],
  ].map(([from = '', to = '']) => ({ ...ALIAS, from, to }));
  const kept = { ...NOTHING_KEPT, decisions: { aliases: unfinished, links: [] } };
  const told = decisionMessages(reportContext(marchDeal(), kept));
  expect(told).toHaveLength(3);
  expect(untold(told)).toEqual([]);
});
