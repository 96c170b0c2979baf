/** One fault at one request of one task, and everything that must hold afterwards. */

import type { RequestRecord } from '../../host/office/host';
import type { Workbook } from '../../host/workbook/model';
import { isReadable } from '../../src/taskpane/paneState';
import { openedBook, TYPED } from './books';
import type { Book } from './books';
import { copyOf } from './copy';
import { openDesk, opened, rest } from './desk';
import type { Desk } from './desk';
import type { Fault } from './faults';
import { Recent } from './recent';
import { differenceOf, hashOf, printOf, sourcesOf, standing, unfinished } from './standing';
import type { Standing } from './standing';
import type { Task } from './tasks';
import { turns, until } from './turns';

export type Flaw = 'loss' | 'half-written' | 'crash' | 'stuck' | 'unclear' | 'no way on';

export interface Finding {
  readonly flaw: Flaw;
  readonly what: string;
}

/** Rejections that nobody caught, of this process. */
const uncaught: string[] = [];
const note = (error: unknown): void =>
  void uncaught.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
process.on('unhandledRejection', note);

/** Of a person's edit: instead of the task, after the task, or before it. */
type When = 'before' | 'after' | 'after it';

interface Expected {
  readonly name: string;
  readonly standing: Standing;
  /** What the next run makes of it. */
  readonly next: () => Promise<Standing>;
}

interface Ended {
  readonly desk: Desk;
  readonly isStuck: boolean;
}

/** The requests of a task that nothing disturbs. */
export async function requestsOf(book: Book, task: Task): Promise<readonly RequestRecord[]> {
  const desk = openDesk(openedBook(book[task.begins]));
  await prepared(desk, task);
  const before = desk.host.requests.length;
  await task.start(desk);
  await rest(desk);
  desk.close();
  return desk.host.requests.slice(before);
}

async function prepared(desk: Desk, task: Task): Promise<void> {
  if (task.opens === true) return;
  await opened(desk);
  await task.prepare?.(desk);
  await rest(desk);
}

/** Calls of a task to the worker. */
export async function callsOf(book: Book, task: Task): Promise<number> {
  const desk = openDesk(openedBook(book[task.begins]));
  await prepared(desk, task);
  const before = desk.calls.length;
  await task.start(desk);
  await rest(desk);
  desk.close();
  return desk.calls.length - before;
}

/** What each undisturbed task and run comes to, worked out once for each state of the workbook and the pane. */
export class Trials {
  private readonly known = new Map<string, Promise<Standing>>();
  /** Workbooks to be copied, not changed. */
  private readonly ends = new Recent<Promise<Workbook>>(20);
  private readonly followed = new Map<string, Promise<readonly Finding[]>>();
  private readonly untouched = new Map<string, ReadonlyMap<string, string>>();
  /** How often the next run was really made. */
  followUps = 0;

  constructor(private readonly book: Book) {}

  async tryRequest(task: Task, fault: Fault, at: number, request: RequestRecord): Promise<readonly Finding[]> {
    const set = (desk: Desk): (() => boolean) => {
      const number = desk.host.requests.length + at;
      fault.set(desk, at, request);
      return () => desk.host.requests.length >= number;
    };
    await this.expected(task, fault.edit);
    return this.check(task, fault, await this.disturbed(task, fault.leaves, at, set));
  }

  async tryCall(
    task: Task,
    fault: Pick<Fault, 'name' | 'leaves'> & { readonly set: (desk: Desk) => void },
    at: number,
  ): Promise<readonly Finding[]> {
    await this.expected(task, undefined);
    return this.check(
      task,
      fault,
      await this.disturbed(task, fault.leaves, 0, (desk) => {
        const number = desk.calls.length + at;
        desk.onCall = (call) => {
          if (call === number) fault.set(desk);
        };
        return () => desk.calls.length >= number;
      }),
    );
  }

  private async disturbed(task: Task, leaves: Fault['leaves'], at: number, set: (desk: Desk) => () => boolean): Promise<Ended> {
    uncaught.length = 0;
    const desk = openDesk(openedBook(this.book[task.begins]));
    await prepared(desk, task);
    const isHit = set(desk);
    const end = { isReached: false };
    void task.start(desk).finally(() => (end.isReached = true));
    let [sent, quiet] = [0, 0];
    await until(() => {
      const before = sent;
      sent = desk.host.requests.length + desk.calls.length;
      quiet = leaves !== 'a pane' && isHit() && before === sent ? quiet + 1 : 0;
      return end.isReached || quiet === 60;
    });
    if (!end.isReached && leaves === 'silence') await stopWaiting(desk, task, at, () => end.isReached);
    await settle(desk);
    return { desk, isStuck: !end.isReached && leaves !== 'no pane' };
  }

  private async check(
    task: Task,
    fault: Pick<Fault, 'name' | 'leaves' | 'edit'>,
    { desk, isStuck }: Ended,
  ): Promise<readonly Finding[]> {
    const { workbook } = desk;
    const findings: Finding[] = [];
    const find = (flaw: Flaw, what: string): void => void findings.push({ flaw, what });
    for (const error of uncaught.splice(0)) find('crash', error);
    if (isStuck) find('stuck', `the pane waits: ${JSON.stringify(desk.session.getState().work)}`);
    const { edit } = fault;
    const allowed = await this.expected(task, edit);
    const is = standing(workbook);
    const stands = allowed.find(({ standing: one }) => differenceOf(is, one) === null);
    const isMarked = unfinished(workbook).length > 0;
    if (stands === undefined && !(isMarked && isPlain(workbook)))
      find('half-written', allowed.map(({ name, standing: one }) => `${name}: ${differenceOf(is, one) ?? ''}`).join(' · '));
    for (const lost of this.lostSources(workbook, task, edit)) find('loss', lost);
    const isGone = task.name === 'removing the results' && stands?.name.startsWith('after') === true;
    if (!isGone && task.begins === 'reviewed') for (const lost of lostTexts(workbook, edit, desk.isEdited)) find('loss', lost);
    for (const unclear of messagesOf(desk, task, fault, stands?.name ?? null)) find('unclear', unclear);
    findings.push(...(await this.followUp(task, fault, desk, isGone)));
    return findings;
  }

  /**
   * What may stand after the task, and what the next run makes of it: what stood before, or what the task comes to, with a
   * person's edit or without it. Each is worked out while no other pane is open.
   */
  private async expected(task: Task, edit: Fault['edit']): Promise<readonly Expected[]> {
    const expected: Expected[] = [];
    for (const one of edit === undefined ? [undefined] : [edit, undefined])
      for (const when of one === undefined ? (['before', 'after'] as const) : (['before', 'after', 'after it'] as const))
        expected.push({
          name: `${when}${one === undefined ? '' : `, ${one.name}`}`,
          standing: await this.reference(task, when, one),
          next: () => this.runAfter(task, when, one),
        });
    return expected;
  }

  private reference(task: Task, when: When, edit: Fault['edit']): Promise<Standing> {
    return this.once(`${beginning(task, when)}|${edit?.name ?? ''}`, async () => standing(await this.end(task, when, edit)));
  }

  /** What runs come to from where a task begins or ends, undisturbed. */
  private runAfter(task: Task, when: When, edit: Fault['edit']): Promise<Standing> {
    return this.once(`${beginning(task, when)}|${edit?.name ?? ''}|run`, async () => {
      const workbook = await this.end(task, when, edit);
      edit?.undo?.(workbook);
      await runIn(await reopened(workbook));
      return standing(workbook);
    });
  }

  /** A workbook as it is where a task begins or ends that nothing disturbs but a person's edit. */
  private async end(task: Task, when: When, edit: Fault['edit']): Promise<Workbook> {
    const first = when === 'after it' ? edit : undefined;
    const key = `${beginning(task, when)}|${first?.name ?? ''}`;
    const workbook = copyOf(await this.ends.once(key, () => this.undisturbed(task, when, first)));
    if (when !== 'after it') edit?.make(workbook);
    return workbook;
  }

  private async undisturbed(task: Task, when: When, first: Fault['edit']): Promise<Workbook> {
    const workbook = openedBook(this.book[task.begins]);
    const desk = openDesk(workbook);
    await prepared(desk, task);
    first?.make(workbook);
    if (when !== 'before') {
      await task.start(desk);
      await rest(desk);
    }
    await rest(desk);
    desk.close();
    return workbook;
  }

  private once(key: string, work: () => Promise<Standing>): Promise<Standing> {
    const known = this.known.get(key) ?? work();
    this.known.set(key, known);
    return known;
  }

  private lostSources(workbook: Workbook, task: Task, edit: Fault['edit']): string[] {
    const plain = this.sources(task, undefined);
    const withEdit = this.sources(task, edit);
    const now = sourcesOf(workbook, new Set(plain.keys()));
    return [...plain].flatMap(([id, print]) => {
      const is = now.get(id);
      return is === print || is === withEdit.get(id) ? [] : [`the source ${workbook.sheet(id)?.name ?? id} changed`];
    });
  }

  private sources(task: Task, edit: Fault['edit']): ReadonlyMap<string, string> {
    const key = `${task.begins}|${edit?.name ?? ''}`;
    const known = this.untouched.get(key);
    if (known !== undefined) return known;
    const ids = new Set(openedBook(this.book.sources).sheets.map(({ id }) => id));
    const workbook = openedBook(this.book[task.begins]);
    edit?.make(workbook);
    const prints = sourcesOf(workbook, ids);
    this.untouched.set(key, prints);
    return prints;
  }

  /** The next run, in the same pane where it is of use, else in a new one. */
  private async followUp(
    task: Task,
    fault: Pick<Fault, 'name' | 'leaves' | 'edit'>,
    desk: Desk,
    isGone: boolean,
  ): Promise<readonly Finding[]> {
    const { workbook, session } = desk;
    desk.host.faults.clear();
    fault.edit?.undo?.(workbook);
    const isAlive = fault.leaves === 'a pane' && session.getState().inspection !== null && session.getState().work === null;
    const { work, step, isStale, isSpent, result, prints } = session.getState();
    const pane = isAlive ? JSON.stringify([work, step, isStale, isSpent, result === null, prints]) : 'new';
    const key = hashOf([task.name, fault.edit?.name ?? '', String(desk.isEdited), pane, printOf(workbook)].join('|'));
    const known = this.followed.get(key) ?? this.follow(task, fault, desk, isAlive, isGone);
    this.followed.set(key, known);
    const findings = await known;
    desk.close();
    return findings;
  }

  private async follow(
    task: Task,
    { edit }: Pick<Fault, 'edit'>,
    desk: Desk,
    isAlive: boolean,
    isGone: boolean,
  ): Promise<readonly Finding[]> {
    this.followUps += 1;
    const { workbook } = desk;
    if (!isAlive) desk.close();
    const next = isAlive ? desk : await reopened(workbook);
    await runIn(next);
    const findings: Finding[] = [];
    const is = standing(workbook);
    const told = next.session.getState().trouble;
    const differences = await differencesOf(is, await this.expected(task, edit));
    if (differences.length > 0)
      findings.push({
        flaw: 'no way on',
        what: `the next run: ${differences.join(' · ')}${told === null ? '' : ` (${told.what})`}`,
      });
    const left = unfinished(workbook);
    if (left.length > 0) findings.push({ flaw: 'no way on', what: `left after the next run: ${left.join(', ')}` });
    if (!isGone && task.begins === 'reviewed')
      for (const lost of lostTexts(workbook, edit, desk.isEdited))
        findings.push({ flaw: 'loss', what: `after the next run: ${lost}` });
    for (const error of uncaught.splice(0)) findings.push({ flaw: 'crash', what: error });
    return findings;
  }
}

/** From each of the results that the next run may have; none where it is one of them. */
async function differencesOf(is: Standing, expected: readonly Expected[]): Promise<string[]> {
  const differences: string[] = [];
  for (const { next } of expected) {
    const difference = differenceOf(is, await next());
    if (difference === null) return [];
    differences.push(difference);
  }
  return differences;
}

/** Tasks that begin alike stand alike before they begin, and where they change nothing. */
const beginning = ({ name, begins, changes, prepare }: Task, when: When): string =>
  prepare === undefined && (when === 'before' || !changes) ? begins : `${name}|${when}`;

async function reopened(workbook: Workbook): Promise<Desk> {
  const desk = openDesk(workbook);
  await opened(desk);
  return desk;
}

/** Where questions or obstacles stand the pane offers no run; where one is refused a person does as told, and runs again. */
async function runIn(desk: Desk): Promise<void> {
  for (let round = 0; round < 2 && isReadable(desk.session.getState()); round += 1) {
    await desk.session.reconcile();
    await rest(desk);
    if (desk.session.getState().trouble === null) break;
  }
  desk.close();
}

/** What a person does where the pane waits for nothing: waits, reads what the pane says, and stops it, more than once if need be. */
async function stopWaiting(desk: Desk, task: Task, at: number, isOver: () => boolean): Promise<void> {
  const { session } = desk;
  for (let round = 0; round < 4 && !isOver(); round += 1) {
    // What is loaded or worked out meanwhile comes to its end first; a worker that is gone is waited for by nobody.
    await until(() => isOver() || desk.isWaiting(), desk.hasWorker() ? 20 : 0.1);
    desk.pass(30_000);
    await turns(10);
    if (task.isCancellable && at % 2 === 0) session.cancel();
    else session.stopWaiting();
    await turns(60);
  }
}

async function settle(desk: Desk): Promise<void> {
  await turns(5);
  // Clean-ups that failed are tried again later.
  desk.pass(30_000);
  await turns(5);
  await desk.host.idle();
  await turns(5);
}

/** Whether a result that is neither the earlier nor the new one says so where a person looks first. */
function isPlain(workbook: Workbook): boolean {
  const summary = workbook.sheet('Summary');
  return summary === null || summary.visibility !== 'Visible' || /unfinished/i.test(summary.text(0, 0));
}

function lostTexts(workbook: Workbook, edit: Fault['edit'], isEdited: boolean): string[] {
  const isDeleted = edit?.name === 'a result is deleted';
  const late = isEdited && edit?.typed !== undefined ? [edit.typed] : [];
  const lost = new Set<unknown>(isDeleted ? TYPED.slice(3) : [...TYPED, ...late]);
  for (const sheet of workbook.sheets) {
    const area = sheet.usedArea(true);
    if (area !== null)
      sheet.forEachCell(area, (_, __, content) => {
        if (content.kind === 'value') lost.delete(content.value);
      });
  }
  return [...lost].map((text) => `“${String(text)}”, which a reviewer typed, is gone`);
}

/** What the pane says is to be plain, and it is to say something where the task did not come to its end. */
function messagesOf(desk: Desk, task: Task, { leaves }: Pick<Fault, 'leaves'>, stands: string | null): string[] {
  if (leaves === 'no pane' && desk.session.getState().trouble === null) return [];
  const { trouble, notice } = desk.session.getState();
  const told = trouble ?? desk.session.explain.getState().trouble;
  const unclear: string[] = [];
  if (told === null) {
    const isDone = !task.changes || stands?.startsWith('after') === true;
    if (!isDone && notice === null) unclear.push('nothing is said though the task did not come to its end');
    return unclear;
  }
  const words = `${told.what} ${told.next}`;
  if (told.what === '' || told.next === '') unclear.push(`no way on is said: ${words}`);
  if (/undefined|\[object|Exception\b|TypeError|RichApi|null/.test(words)) unclear.push(`not in words: ${words}`);
  if (/as it was/.test(words) && stands?.startsWith('before') !== true)
    unclear.push(`“${words}” though ${stands ?? 'a half result'} stands`);
  return unclear;
}
