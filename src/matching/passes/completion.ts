/** What a receipt pays beside the invoices that it names. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import { STEPS_A_SEARCH } from '../desk';
import type { Block } from '../blocks';
import type { Desk, Proposal } from '../desk';
import { PRIOR } from '../linkEvidence';
import { evidence, probabilityOf, stateOf, totalWeight } from '../matchWeight';
import { nearEvidence } from '../nearNumbers';
import type { OpenList } from '../openList';
import { tolerance } from '../options';
import { isTimely, maySettle, mostOpen, openInvoices, payableDays, timeEvidence } from '../payable';
import { exactSumEvidence, tellingSize } from '../setEvidence';
import { findSubset } from '../subset';
import { sumOf, toMeant } from './naming';
import type { Candidate } from './naming';
import { settle } from './settle';
import type { Meant } from './settle';

const KIND = 'invoice-receipt';
/** Where a customer has more open invoices than these, what completes a receipt is looked for among the latest. */
const MOST_OPEN = 100;
const MOST_ITEMS = 10;

interface Others {
  readonly items: readonly number[];
  readonly sum: Evidence;
}

export class Completion {
  private readonly lists = new Map<Block, OpenList<Invoice>>();

  constructor(private readonly desk: Desk) {}

  refresh(invoices: readonly Invoice[]): void {
    for (const invoice of invoices) {
      const block = this.desk.blockOf(invoice);
      if (block !== undefined) this.lists.get(block)?.refresh([invoice]);
    }
  }

  /** The links where other open invoices of the payer make up what the named ones leave of the receipt, to the cent and in one way. */
  find(receipt: Receipt, named: readonly Candidate[]): Proposal[] | null {
    const { desk } = this;
    const block = desk.blockOf(receipt);
    const due = named.map(({ invoice }) => (invoice.currency === receipt.currency ? desk.open.due(invoice, receipt.day) : NaN));
    const rest = desk.open.free(KIND, receipt) - sumOf(due);
    if (block === undefined || !(rest > tolerance(desk.options, rest)) || due.some((amount) => amount <= 0)) return null;
    const isNamed = new Set(named.map(({ invoice }) => invoice));
    const within = tolerance(desk.options, desk.open.free(KIND, receipt));
    const bounds = { ...payableDays(desk, receipt), least: within + 1, most: mostOpen(block, rest + within) };
    const fits = (invoice: Invoice): boolean => {
      const open = desk.open.due(invoice, receipt.day);
      return open > within && open <= rest + within && !isNamed.has(invoice) && maySettle(desk, invoice, receipt);
    };
    const { records } = this.listOf(block).latest(bounds, MOST_OPEN, fits);
    const timely = records.filter((invoice) => isTimely(desk, invoice, receipt));
    const near = records.filter((invoice) => nearEvidence(desk, block, invoice, receipt).length > 0);
    const lists = [near, timely, records].filter((list, at, all) => list.length > 0 && !isSame(list, all[at + 1]));
    for (const invoices of lists) {
      const amounts = invoices.map((invoice) => desk.open.due(invoice, receipt.day));
      const others = this.toTheCent(block, amounts, rest);
      if (others === 'open') return null;
      if (others === null) continue;
      const meant = others.items.map((at): Meant => {
        const invoice = invoices[at] as Invoice;
        const near = nearEvidence(desk, block, invoice, receipt);
        const why = [
          evidence('reference', 'paid with invoices named', 2),
          ...near,
          others.sum,
          timeEvidence(desk, invoice, receipt),
        ];
        return { invoice, why, amountSaid: true };
      });
      const links = settle(desk, receipt, [...toMeant(named, { single: named }), ...meant]);
      return links.every(isSure) ? links : null;
    }
    return null;
  }

  /** The only set that makes up the rest; null where there is none, `open` where there are several or too many to search. */
  private toTheCent(block: Block, amounts: readonly Minor[], rest: Minor): Others | 'open' | null {
    const maxItems = Math.max(1, tellingSize(amounts, rest, MOST_ITEMS));
    const rules = { minItems: 1, maxItems, steps: STEPS_A_SEARCH, equalsAlike: false };
    const result = findSubset(amounts, rest, rules, block.budget);
    if (result.outcome === 'nothing') return null;
    return result.outcome === 'found'
      ? {
          items: result.items,
          sum: exactSumEvidence(
            result.items.map((at) => amounts[at] ?? 0),
            amounts,
            rest,
          ),
        }
      : 'open';
  }

  private listOf(block: Block): OpenList<Invoice> {
    let list = this.lists.get(block);
    if (list === undefined) this.lists.set(block, (list = openInvoices(this.desk, block)));
    return list;
  }
}

function isSame(list: readonly Invoice[], next: readonly Invoice[] | undefined): boolean {
  return next !== undefined && list.length === next.length && list.every((one, at) => one === next[at]);
}

function isSure({ evidence: why }: Proposal): boolean {
  return stateOf(probabilityOf(totalWeight(why) + PRIOR)) === 'matched';
}
