/** What changed since the last run: what each difference was, what moved it, which exceptions came and went, which settings. */

import { GAPS } from '../../domain/measure';
import type { Gap } from '../../domain/measure';
import type { LastRun, RunChanges, SettingChange } from '../../settings/lastRun';
import { settingName } from '../../settings/words';
import { reasonOf } from '../../variance/reasons';
import { cellAddress } from '../a1';
import { movesOf } from '../changes';
import type { Move } from '../changes';
import type { ReportContext } from '../context';
import { signedText } from '../money';
import { CLASS_MARKS } from '../palette';
import type { PlannedCell } from '../plan';
import { classAndReason } from '../reasonWords';
import { gapTitle } from '../wording';
import { EMPTY, listing } from './section';
import type { Corner, Section } from './section';

const TITLE = 'What changed since the last run';
const MOST_MOVES = 5;
const MOST_SETTINGS = 4;
const LONGEST_VALUE = 22;

const classedReason = (code: string): string => classAndReason(reasonOf(code)?.reasonClass ?? 'Unexplained', code);

const EXCEPTION_CHANGES: Readonly<Record<keyof RunChanges['exceptions'], string>> = {
  found: 'New',
  gone: 'No longer occur',
  changed: 'Another amount or reason',
  reopened: 'Reopened',
};
const KINDS = Object.keys(EXCEPTION_CHANGES) as (keyof RunChanges['exceptions'])[];

/** The differences then and now, and between them what moved them by reason. */
export function movedSince(corner: Corner, { changes }: LastRun, { money, providedGaps }: ReportContext): Section {
  const amount = { numberFormat: money.format, align: 'Right' } as const;
  const told = (text: string): Section => listing(corner, { title: TITLE, header: [text], rows: [], formats: [{}] });
  // True of the first run as well: a run that finds the same writes the same.
  if (changes === null) return told('No change since the first run');
  const { since, gaps } = changes;
  if (since.currency !== money.currency) return told(`The last run was in ${since.currency}: not compared`);
  const cells = (label: string, amountOf: (gap: Gap, column: number) => PlannedCell): PlannedCell[] => [
    label,
    ...GAPS.map((gap, index) => (gaps[gap] === undefined ? null : amountOf(gap, corner.column + 1 + index))),
  ];
  const moves = movesOf(changes);
  const shown = moves.length > MOST_MOVES ? moves.slice(0, MOST_MOVES - 1) : moves;
  const rest = moves.slice(shown.length);
  const body = corner.row + 2;
  const rows = [
    { cells: cells(`Difference as of ${since.asOf}`, (gap) => money.cell(gaps[gap]?.from ?? 0)) },
    ...shown.map(({ code, byGap }) => ({ cells: cells(classedReason(code), (gap) => money.cell(byGap[gap] ?? 0)) })),
    ...(rest.length === 0 ? [] : [{ cells: cells(`Other reasons (${rest.length})`, (gap) => money.cell(movedBy(rest, gap))) }]),
    ...(moves.length === 0 ? [{ cells: ['No difference has moved'] }] : []),
  ];
  const isAnyCompared = providedGaps.some((gap) => gaps[gap] !== undefined);
  const now = {
    cells: cells('Difference now', (_, column) => ({
      formula: `=SUM(${cellAddress(body, column)}:${cellAddress(body + rows.length - 1, column)})`,
    })),
    isTotal: true,
  };
  const section = listing(corner, {
    title: TITLE,
    header: [`Since ${since.period}`, ...GAPS.map(gapTitle)],
    rows: isAnyCompared ? [...rows, now] : [],
    formats: [{}, amount, amount, amount],
  });
  const marks = CLASS_MARKS.map((mark) => ({ row: body, column: corner.column, rows: rows.length + 1, columns: 1, mark }));
  return { ...section, marks };
}

function movedBy(moves: readonly Move[], gap: Gap): number {
  return moves.reduce((sum, { byGap }) => sum + (byGap[gap] ?? 0), 0);
}

export function exceptionsSince(corner: Corner, { changes }: LastRun, { money }: ReportContext): Section {
  if (changes === null) return EMPTY;
  return listing(corner, {
    title: 'Exceptions since the last run',
    header: ['Change', 'Exceptions', 'Amount, gross'],
    rows: KINDS.map((kind) => ({
      cells: [
        EXCEPTION_CHANGES[kind],
        changes.exceptions[kind].count,
        changes.since.currency === money.currency ? money.cell(changes.exceptions[kind].amount) : null,
      ],
    })),
    formats: [{}, { numberFormat: '0', align: 'Right' }, { numberFormat: money.format, align: 'Right' }],
  });
}

export function settingsSince(corner: Corner, { changes }: LastRun): Section {
  if (changes === null || changes.settings.length === 0) return EMPTY;
  const shown = changes.settings.slice(0, MOST_SETTINGS);
  const more = changes.settings.length - shown.length;
  return listing(corner, {
    title: 'Settings changed since the last run',
    header: ['Setting', 'From', 'To'],
    rows: [
      ...shown.map(({ key, from, to }) => ({ cells: [settingName(key), short(from), short(to)] })),
      ...(more === 0 ? [] : [{ cells: [`${more} more: see Definitions`] }]),
    ],
    formats: [{}, { align: 'Right' }, { align: 'Right' }],
  });
}

function short(value: string | number): string | number {
  const text = String(value);
  if (text === '') return '(blank)';
  if (typeof value === 'number') return value;
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}

/** The same in sentences, for the pane and the command line: since when, then what; none until a run finds a change. */
export function changeSentences({ changes }: LastRun, { money }: ReportContext): string[] {
  if (changes === null) return [];
  const { since, gaps, exceptions, settings } = changes;
  const moved = GAPS.flatMap((gap) => {
    const change = gaps[gap];
    const total = Object.values(change?.moves ?? {}).reduce((sum, amount) => sum + amount, 0);
    if (change === undefined || Object.keys(change.moves).length === 0) return [];
    const [most] = movesOf({ ...changes, gaps: { [gap]: change } });
    const by =
      most === undefined
        ? ''
        : `, most of it by ${classedReason(most.code)} (${signedText(most.byGap[gap] ?? 0, money.currency)})`;
    return [`${gapTitle(gap)} went from ${money.text(change.from)} to ${money.text(change.from + total)}${by}.`];
  });
  const counted = KINDS.filter((kind) => exceptions[kind].count > 0);
  const isCompared = since.currency === money.currency;
  const counts = counted.map((kind) => {
    const amount = isCompared ? ` (${money.text(exceptions[kind].amount)})` : '';
    return `${exceptions[kind].count} ${EXCEPTION_CHANGES[kind].toLowerCase()}${amount}`;
  });
  const sentences = [
    ...(isCompared ? moved : [`The last run was in ${since.currency}: its amounts are not compared.`]),
    ...(counts.length === 0 ? [] : [`Exceptions: ${counts.join(', ')}.`]),
    ...settings.map(settingSentence),
  ];
  return [
    `Since the last run (${since.period}, as of ${since.asOf}):`,
    ...(sentences.length === 0 ? ['Nothing has changed.'] : sentences),
  ];
}

function settingSentence({ key, from, to }: SettingChange): string {
  return `Setting “${settingName(key)}” went from ${String(short(from))} to ${String(short(to))}.`;
}
