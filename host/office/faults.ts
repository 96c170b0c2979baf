/** Faults for tests: what can go wrong between an add-in and Excel, made to happen at a chosen request. */

import { Refusal } from '../workbook/model';
import { messageOf } from './errors';

/** A request as the log keeps it. */
export interface RequestRecord {
  /** Counted from 1 over the life of the host. */
  readonly number: number;
  readonly bytes: number;
  readonly flags: number;
  /** The clean-up is what office.js sends after `Excel.run` to let go of ranges; nobody waits for it. */
  readonly kind: 'read' | 'write' | 'cleanUp';
  readonly actions: number;
  /** Wire names of methods, and of properties set (`Values=`). */
  readonly does: readonly string[];
  /** Code of the refusal; null where all went well; undefined until it is answered. */
  readonly code: string | null | undefined;
}

/** The n-th request from now, or every one that a test picks. */
export type When = number | ((request: RequestRecord) => boolean);

export interface Failure {
  readonly when: When;
  readonly code: string;
  readonly message?: string;
  /** Before anything ran, after everything ran (the answer is lost), or after so many actions. */
  readonly stage: 'before' | 'after' | { readonly actions: number };
}

/** A hand on the door: the request waits until it is let through. */
export interface Gate {
  /** Settles when the request stands at the gate. */
  readonly reached: Promise<RequestRecord>;
  open(): void;
}

interface Rule {
  readonly matches: (request: RequestRecord) => boolean;
  readonly once: boolean;
}

interface FailureRule extends Rule {
  readonly failure: Failure;
  readonly refusal: Refusal;
}

interface LostRule extends Rule {
  readonly what: 'request' | 'answer';
}

interface WaitRule extends Rule {
  readonly what: 'request' | 'answer';
  run(request: RequestRecord): Promise<void> | void;
}

export class Faults {
  private failures: FailureRule[] = [];
  private waits: WaitRule[] = [];
  private losses: LostRule[] = [];
  private repeats: Rule[] = [];
  private isDropped = false;

  /** @param seen how many requests were received so far. */
  constructor(private readonly seen: () => number) {}

  fail(failure: Failure): void {
    const refusal = new Refusal(failure.code, failure.message ?? messageOf(failure.code));
    this.failures.push({ ...this.rule(failure.when), failure, refusal });
  }

  /** Holds a request back before it runs, or its answer after it ran. */
  hold(when: When, what: 'request' | 'answer' = 'request'): Gate {
    let open = (): void => undefined;
    let reach: (request: RequestRecord) => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const reached = new Promise<RequestRecord>((resolve) => (reach = resolve));
    const run = (request: RequestRecord): Promise<void> => {
      reach(request);
      return opened;
    };
    this.waits.push({ ...this.rule(when), what, run });
    return { reached, open: () => open() };
  }

  /** Runs something between two requests, as a person would who works in the workbook meanwhile. */
  before(when: When, run: (request: RequestRecord) => Promise<void> | void): void {
    this.waits.push({ ...this.rule(when), what: 'request', run });
  }

  /** A request that never reaches Excel, or one that is carried out and whose answer never comes back. Later ones are answered. */
  lose(when: When, what: 'request' | 'answer'): void {
    this.losses.push({ ...this.rule(when), what });
  }

  /** The answer comes twice. */
  repeat(when: When): void {
    this.repeats.push(this.rule(when));
  }

  /** Every further request is refused with InvalidOrTimedOutSession. */
  dropSession(): void {
    this.isDropped = true;
  }

  clear(): void {
    this.failures = [];
    this.waits = [];
    this.losses = [];
    this.repeats = [];
    this.isDropped = false;
  }

  get sessionIsDropped(): boolean {
    return this.isDropped;
  }

  /** Lets a request, or its answer, go on when all that holds it has let go. */
  async pass(request: RequestRecord, what: 'request' | 'answer'): Promise<void> {
    const due = this.waits.filter((rule) => rule.what === what && rule.matches(request));
    this.waits = this.waits.filter((rule) => !(rule.once && due.includes(rule)));
    for (const rule of due) await rule.run(request);
  }

  failureFor(request: RequestRecord): { readonly stage: Failure['stage']; readonly refusal: Refusal } | null {
    const due = this.failures.find((rule) => rule.matches(request));
    if (!due) return null;
    if (due.once) this.failures = this.failures.filter((rule) => rule !== due);
    return { stage: due.failure.stage, refusal: due.refusal };
  }

  /** What of a request is lost on the way; null where nothing is. */
  lossOf(request: RequestRecord): 'request' | 'answer' | null {
    const due = this.losses.find((rule) => rule.matches(request));
    if (due?.once === true) this.losses = this.losses.filter((rule) => rule !== due);
    return due?.what ?? null;
  }

  isRepeated(request: RequestRecord): boolean {
    const due = this.repeats.find((rule) => rule.matches(request));
    if (due?.once === true) this.repeats = this.repeats.filter((rule) => rule !== due);
    return due !== undefined;
  }

  private rule(when: When): Rule {
    if (typeof when === 'function') return { matches: when, once: false };
    const number = this.seen() + when;
    return { matches: (request) => request.number === number, once: true };
  }
}
