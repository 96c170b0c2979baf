/** What can go wrong at a request, each made to happen at the n-th from now. */

import type { RequestRecord } from '../../host/office/host';
import type { Desk } from './desk';
import { resultEdits, sourceEdits } from './edits';
import type { Edit } from './edits';
import { SOURCE } from './books';
import type { Book } from './books';
import { turns } from './turns';

export interface Fault {
  readonly name: string;
  /** How the pane goes on: it waits for an answer that never comes, or it is gone, or the session is. */
  readonly leaves: 'a pane' | 'silence' | 'no pane';
  readonly edit?: Edit;
  /** Whether it can happen to a request at all. */
  readonly fits: (request: RequestRecord) => boolean;
  readonly set: (desk: Desk, at: number, request: RequestRecord) => void;
}

const always = (): boolean => true;
const writes = ({ kind }: RequestRecord): boolean => kind !== 'read';

type Stage = 'before' | 'half way' | 'after';

function refusal(code: string, stage: Stage): Fault {
  return {
    name: stage === 'before' ? code : `${code} ${stage}`,
    leaves: 'a pane',
    // A request that only reads has nothing to break off.
    fits: stage === 'before' ? always : writes,
    set({ host }, when, { actions }) {
      host.faults.fail({ when, code, stage: stage === 'half way' ? { actions: Math.floor(actions / 2) } : stage });
    },
  };
}

/** Codes that Excel documents and that can come to any request. */
const CODES = [
  'GeneralException',
  'InvalidOperationInCellEditMode',
  'AccessDenied',
  'RequestAborted',
  'ServiceNotAvailable',
  'ItemNotFound',
  'InvalidArgument',
  'InvalidReference',
  'ActivityLimitReached',
  'ConnectionFailure',
] as const;

const BROKEN: readonly Fault[] = (['GeneralException', 'RequestAborted', 'AccessDenied'] as const).flatMap((code) => [
  refusal(code, 'half way'),
  refusal(code, 'after'),
]);

const ANSWERS: readonly Fault[] = [
  {
    name: 'answers late',
    leaves: 'a pane',
    fits: always,
    set(desk, at) {
      const gate = desk.host.faults.hold(at);
      void gate.reached.then(async () => {
        await turns(10);
        desk.pass(15_000);
        await turns(10);
        gate.open();
      });
    },
  },
  { name: 'answers twice', leaves: 'a pane', fits: always, set: ({ host }, at) => host.faults.repeat(at) },
  { name: 'never arrives', leaves: 'silence', fits: always, set: ({ host }, at) => host.faults.lose(at, 'request') },
  { name: 'is never answered', leaves: 'silence', fits: always, set: ({ host }, at) => host.faults.lose(at, 'answer') },
  {
    name: 'Excel hangs',
    leaves: 'silence',
    fits: always,
    set({ host }, at) {
      const last = host.requests.length + at;
      host.faults.lose(({ number }) => number >= last, 'request');
    },
  },
  {
    name: 'the session ends',
    leaves: 'no pane',
    fits: always,
    set: ({ host }, at) => host.faults.before(at, () => host.faults.dropSession()),
  },
  {
    name: 'the pane closes',
    leaves: 'no pane',
    fits: always,
    set: (desk, at) => desk.host.faults.before(at, () => desk.leave()),
  },
];

const edited = (edit: Edit): Fault => ({
  name: edit.name,
  leaves: 'a pane',
  edit,
  fits: always,
  set: ({ host, workbook }, at) => host.faults.before(at, () => void edit.make(workbook)),
});

const WORKER: readonly Fault[] = [
  {
    name: 'the worker dies',
    leaves: 'a pane',
    fits: always,
    set: (desk, at) => desk.host.faults.before(at, () => desk.killWorker(true)),
  },
];

export const faultsOn = ({ exception }: Book): readonly Fault[] => [
  ...CODES.map((code) => refusal(code, 'before')),
  ...BROKEN,
  ...ANSWERS,
  ...[...sourceEdits(SOURCE.sheet, SOURCE.column), ...resultEdits(exception)].map(edited),
  ...WORKER,
];

/** What can become of a call to the worker. */
export interface WorkerFault {
  readonly name: string;
  readonly leaves: Fault['leaves'];
  readonly set: (desk: Desk) => void;
}

export const WORKER_FAULTS: readonly WorkerFault[] = [
  { name: 'dies, which is told', leaves: 'a pane', set: (desk) => desk.killWorker(true) },
  { name: 'dies, which nobody tells', leaves: 'silence', set: (desk) => desk.killWorker(false) },
];
