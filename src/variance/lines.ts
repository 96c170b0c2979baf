/** The lines of the reconciled sheet: customer × month × owner. */

import { isoMonth } from '../domain/day';
import type { Month } from '../domain/day';
import type { Measure } from '../domain/measure';
import type { Minor } from '../domain/money';
import type { Line, LineKey, LinePlace } from '../domain/reconciliation';
import { MEASURE_OF } from './kinds';
import { order } from './links';
import type { Posting } from './posting';

/** Two 32-bit lanes into which texts are mixed, one behind the other. */
type Lanes = readonly [a: number, b: number];

const EMPTY: Lanes = [0x9e3779b9, 0x85ebca6b];

function mixed([a, b]: Lanes, text: string): Lanes {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x27d4eb2f);
    b = Math.imul(b ^ unit, 0x165667b1);
  }
  return [a, b];
}

/** 53 bits of the lanes: equal texts give equal codes on every machine. */
function fingerprint([a, b]: Lanes): string {
  a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(b ^ (b >>> 13), 0x297a2d39);
  b = Math.imul(b ^ (b >>> 15), 0x2c1b3c6d) ^ Math.imul(a ^ (a >>> 13), 0x297a2d39);
  return ((b & 0x1fffff) * 0x100000000 + (a >>> 0)).toString(36).padStart(11, '0');
}

function slugOf(customer: string): string {
  return customer
    .replace(/^customer\./, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 16)
    .replace(/(?<!-)-+$/, '');
}

/** Readable first, unique by the fingerprint of customer, month and owner behind: `L-acme-2026-03-…`. */
function lineKeyOf({ slug, lanes }: OfCustomer, month: Month, owner: string): LineKey {
  return `L-${slug}${slug === '' ? '' : '-'}${isoMonth(month)}-${fingerprint(mixed(mixed(lanes, `${month}\u0000`), owner))}`;
}

/** A line that a record or a leg stands on. */
export interface LineAt extends LinePlace {
  /** Its number among the lines of the run. */
  readonly no: number;
}

/** Lines with what stands on them. */
export interface Measured {
  readonly lines: readonly Line[];
  /** The number of each in the run. */
  readonly numbers: readonly number[];
}

interface OfCustomer {
  readonly slug: string;
  /** With the customer mixed in. */
  readonly lanes: Lanes;
  /** The owners' lines by month. */
  readonly months: Map<Month, LineAt[]>;
}

const NO_LINES: readonly LineAt[] = [];

/** The lines of a run, each made when first asked for: a book asks for the same few lines again and again. */
export class LineBook {
  private readonly customers = new Map<string, OfCustomer>();
  private readonly made: LineAt[] = [];

  /** By their numbers. */
  get all(): readonly LineAt[] {
    return this.made;
  }

  at(customer: string, month: Month, owner: string): LineAt {
    const own = this.ofCustomer(customer);
    const lines = own.months.get(month);
    for (const line of lines ?? NO_LINES) if (line.owner === owner) return line;
    const line = { key: lineKeyOf(own, month, owner), no: this.made.length, customer, month, owner };
    if (lines === undefined) own.months.set(month, [line]);
    else lines.push(line);
    this.made.push(line);
    return line;
  }

  private ofCustomer(customer: string): OfCustomer {
    const known = this.customers.get(customer);
    if (known !== undefined) return known;
    const made = { slug: slugOf(customer), lanes: mixed(EMPTY, `${customer}\u0000`), months: new Map<Month, LineAt[]>() };
    this.customers.set(customer, made);
    return made;
  }

  /** By customer, month, owner. */
  sorted(): LineAt[] {
    const customers = [...this.customers].sort(([a], [b]) => order(a, b));
    return customers.flatMap(([, { months }]) =>
      [...months.values()].flat().sort((a, b) => a.month - b.month || order(a.owner, b.owner)),
    );
  }
}

/** Measures the lines, record after record. */
export interface Measuring {
  readonly see: (posting: Posting) => void;
  /** Every line that any record stands on, over the whole horizon, sorted by customer, month, owner. */
  readonly close: () => Measured;
}

/** @param kinds by the record's number. */
export function measuring(book: LineBook, kinds: Uint8Array, provided: Readonly<Record<Measure, boolean>>): Measuring {
  const none = (measure: Measure): Minor | null => (provided[measure] ? 0 : null);
  const measuresOf: (Record<Measure, Minor | null> | undefined)[] = [];
  const see = ({ no, parts }: Posting): void => {
    const measure = MEASURE_OF[kinds[no] ?? -1];
    if (measure === undefined) return;
    for (const { line, measuredReporting } of parts) {
      const measures = (measuresOf[line.no] ??= {
        booked: none('booked'),
        invoiced: none('invoiced'),
        recognised: none('recognised'),
        cash: none('cash'),
      });
      const sum = measures[measure];
      if (sum !== null) measures[measure] = sum + measuredReporting;
    }
  };
  const close = (): Measured => {
    // A line that only legs stand on has no measures.
    const lines: Line[] = [];
    const numbers: number[] = [];
    for (const { key, no, customer, month, owner } of book.sorted()) {
      const measures = measuresOf[no];
      if (measures === undefined) continue;
      lines.push({ key, customer, month, owner, measures });
      numbers.push(no);
    }
    return { lines, numbers };
  };
  return { see, close };
}
