/** The numbers of one customer's invoices, to be found by quoted ones that lost or changed a digit. */

import type { Evidence } from '../domain/link';
import type { Invoice, Receipt } from './numbered';
import { damageOf, describeDamage, digitsQuoted, numbersAsNear } from './damage';
import type { Block } from './blocks';
import type { Desk } from './desk';
import { pushTo } from './groupBy';
import { evidence } from './matchWeight';
import { digitsOf, NumberSpace } from './numberSpace';

interface Entry {
  readonly invoice: Invoice;
  readonly written: string;
  readonly digits: string;
  /** Of how many possible numbers it is one, and how many of its last digits tell it from them. */
  readonly possible: number;
  readonly telling: number;
}

/** Numbers of one length of which as many digits tell. */
interface Shape {
  readonly length: number;
  readonly telling: number;
}

export interface NearNumber {
  readonly invoice: Invoice;
  readonly evidence: Evidence;
}

const STRONGEST = 10;
/** What says less is chance as likely as not. */
const LEAST_WEIGHT = 2;
/** Numbers that share the digits they are looked up by: where they are more, these say too little. */
const MOST_UNDER_KEY = 300;

class NearNumbers {
  private readonly byInvoice = new Map<Invoice, Entry[]>();
  private readonly byKey = new Map<string, Entry[]>();
  private readonly shapes = new Map<string, Shape>();
  private count = 0;

  constructor(invoices: readonly Invoice[], space: NumberSpace) {
    for (const invoice of invoices) {
      const entries = digitsOf(invoice).map(({ written, digits }): Entry => {
        const possible = space.possible(digits);
        return { invoice, written, digits, possible, telling: Math.min(digits.length, Math.ceil(Math.log10(possible))) };
      });
      if (entries.length === 0) continue;
      this.byInvoice.set(invoice, entries);
      this.count++;
      for (const entry of entries) {
        const shape = { length: entry.digits.length, telling: entry.telling };
        this.shapes.set(`${shape.length}|${shape.telling}`, shape);
        for (const key of keysOf(entry.digits, shape)) pushTo(this.byKey, key, entry);
      }
    }
  }

  /** The invoices whose numbers are as near to a quoted one as no other of the customer's, each by its strongest evidence. */
  near(quotes: readonly string[]): readonly NearNumber[] {
    const best = new Map<Invoice, Evidence>();
    for (const quoted of quotes) {
      const hits = new Map<Invoice, Evidence>();
      for (const entry of this.under(quoted)) keepStronger(hits, entry.invoice, this.evidenceOf(quoted, entry));
      const strongest = Math.max(...[...hits.values()].map(({ weight }) => weight));
      const nearest = [...hits].filter(([, { weight }]) => weight === strongest);
      if (nearest.length === 1) for (const [invoice, found] of nearest) keepStronger(best, invoice, found);
    }
    return [...best].map(([invoice, found]) => ({ invoice, evidence: found }));
  }

  /** What the quoted digits say for one invoice; null where nothing. */
  of(invoice: Invoice, quotes: readonly string[]): Evidence | null {
    const hits = new Map<Invoice, Evidence>();
    for (const entry of this.byInvoice.get(invoice) ?? [])
      for (const quoted of quotes) keepStronger(hits, invoice, this.evidenceOf(quoted, entry));
    return hits.get(invoice) ?? null;
  }

  private under(quoted: string): Set<Entry> {
    const found = new Set<Entry>();
    for (const shape of this.shapes.values()) {
      for (const key of keysOf(quoted, shape)) {
        const entries = this.byKey.get(key) ?? [];
        if (entries.length <= MOST_UNDER_KEY) for (const entry of entries) found.add(entry);
      }
    }
    return found;
  }

  /** The seldomer chance brings one of the customer's numbers so near to the quoted one, the more it says. */
  private evidenceOf(quoted: string, { digits, written, possible, telling }: Entry): Evidence | null {
    const damage = damageOf(quoted, digits, telling);
    if (damage === null) return null;
    const chance = (this.count * numbersAsNear(damage, telling)) / possible;
    const weight = Math.min(STRONGEST, -Math.log2(chance) - 1);
    return weight < LEAST_WEIGHT ? null : evidence('reference', `number ${written}: ${describeDamage(damage)}`, weight);
  }
}

/** One event leaves the first or the last digits of what tells a number as they were. */
function keysOf(digits: string, { length, telling }: Shape): string[] {
  if (Math.abs(digits.length - length) > 4) return [];
  const half = Math.max(2, (telling - 1) >> 1);
  const start = length - telling + half;
  const name = `${length}|${telling}`;
  const end = `${name}|end|${digits.slice(-half)}`;
  return digits.length < start ? [end] : [end, `${name}|start|${digits.slice(0, start)}`];
}

function keepStronger(map: Map<Invoice, Evidence>, invoice: Invoice, found: Evidence | null): void {
  if (found !== null && found.weight > (map.get(invoice)?.weight ?? 0)) map.set(invoice, found);
}

const spaceOf = new WeakMap<Desk, NumberSpace>();
const numbersOf = new WeakMap<Block, NearNumbers>();

/** The numbers of a block's invoices, gathered when first asked for. */
export function nearNumbers(desk: Desk, block: Block): NearNumbers {
  let numbers = numbersOf.get(block);
  if (numbers === undefined) numbersOf.set(block, (numbers = nearNumbersAmong(desk, block.invoices)));
  return numbers;
}

/** The same of any invoices. */
export function nearNumbersAmong(desk: Desk, invoices: readonly Invoice[]): NearNumbers {
  let space = spaceOf.get(desk);
  if (space === undefined) spaceOf.set(desk, (space = new NumberSpace(desk.invoices)));
  return new NearNumbers(invoices, space);
}

/** The digits that a receipt quotes and that are nobody's number as they stand: those name whom they name, not a neighbour. */
export function unknownQuotes(desk: Desk, receipt: Receipt): readonly string[] {
  if (receipt.text === '' && receipt.references.length === 0) return [];
  const quotes = digitsQuoted([...receipt.references, receipt.text]);
  const known = desk.named.documentsOf(receipt).map(({ written }) => written.replace(/\D/g, ''));
  return known.length === 0 ? quotes : quotes.filter((quoted) => !known.includes(quoted));
}

/** Evidence for one pair from a number that is quoted with a damaged digit; none where nothing is near. */
export function nearEvidence(desk: Desk, block: Block, invoice: Invoice, receipt: Receipt): readonly Evidence[] {
  const quotes = unknownQuotes(desk, receipt);
  const found = quotes.length === 0 ? null : nearNumbers(desk, block).of(invoice, quotes);
  return found === null ? [] : [found];
}
