/** One run of the add-in's engine on the sheets of an open workbook, as the pane runs it. */

import { peakSoFar, restartPeak } from './peak';
import type { createWorkbookPort } from '../../src/excel/workbookPort';
import type { Reconciliation } from '../../src/domain/reconciliation';
import type { SourceGrid } from '../../src/domain/grid';
import { inspect } from '../../src/reading/inspect';
import { reconcile } from '../../src/reconcile';
import type { ReportPlan } from '../../src/report/plan';
import { planReport } from '../../src/report/planReport';

export interface Spent {
  readonly what: string;
  readonly ms: number;
  /** Of all cores: says more than `ms` where other work shares the machine. */
  readonly cpuMs: number;
  /** Most memory held by the process while it ran, rubbish not yet collected included. */
  readonly peakMb: number;
}

/** A stop watch that keeps what each step took. */
export interface Watch {
  readonly spent: readonly Spent[];
  timed<T>(what: string, work: () => T | Promise<T>): Promise<T>;
  /** A step within one that is being timed: it ends where the next one begins. */
  enter(step: string): void;
}

export function startWatch(): Watch {
  const spent: Spent[] = [];
  let step: { readonly name: string; readonly end: () => Spent } | null = null;
  let within: Spent[] = [];
  const leave = (): void => {
    if (step !== null) within.push(step.end());
    step = null;
  };
  return {
    spent,
    async timed(what, work) {
      const end = begin(what);
      const result = await work();
      leave();
      const whole = end();
      spent.push({ ...whole, peakMb: Math.max(whole.peakMb, ...within.map(({ peakMb }) => peakMb)) }, ...within);
      within = [];
      return result;
    },
    enter(name) {
      if (step?.name === name) return;
      leave();
      step = { name, end: begin(`  ${name}`) };
    },
  };
}

export function begin(what: string): () => Spent {
  const start = performance.now();
  const before = process.cpuUsage();
  restartPeak();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { what, ms: performance.now() - start, cpuMs: (user + system) / 1000, peakMb: peakSoFar() / 2 ** 20 };
  };
}

export const noProgress = (): void => undefined;
export const patience = new AbortController().signal;

export interface Run {
  readonly grids: readonly SourceGrid[];
  readonly result: Reconciliation;
  readonly plan: ReportPlan;
}

/** Reads, reconciles and plans; writes nothing. */
export async function runEngine(port: ReturnType<typeof createWorkbookPort>, watch: Watch): Promise<Run> {
  const grids = await watch.timed('read the sheets', () => port.readSources(noProgress, patience));
  const kept = await watch.timed('read what is kept', () => port.readKept());
  const inspection = await watch.timed('understand the sheets', () => inspect(grids, kept.mappings));
  const mappings = inspection.sources.map(({ mapping }) => mapping).filter(({ role }) => role !== 'ignore');
  const { definitions, reasons, decisions, previous } = kept;
  const input = { grids, mappings, definitions, reasons, decisions, previous };
  const result = await watch.timed('reconcile', () => reconcile(input, (step) => watch.enter(step)));
  const plan = await watch.timed('plan the sheets', () => planReport(result, kept));
  return { grids, result, plan };
}
