/** The records of one customer in one currency: only these are compared by amount. */

import type { Currency } from '../domain/money';
import type { Deal, Invoice, Receipt, Revenue } from './numbered';
import type { Budget } from './subset';

/** Each list by day, then key. */
export interface Block {
  readonly customer: string;
  readonly currency: Currency;
  readonly deals: Deal[];
  readonly invoices: Invoice[];
  readonly credits: Invoice[];
  readonly revenue: Revenue[];
  readonly receipts: Receipt[];
  readonly refunds: Receipt[];
  /** Those that may still wait for an invoice: among `receipts`, fewer as the passes go. */
  waiting: readonly Receipt[];
  /** Those that no payment covers yet, and those that no deal has: among `invoices`, fewer as the passes go. */
  unpaid: readonly Invoice[];
  unbilled: readonly Invoice[];
  /** Steps of all its searches of sets: a giant spends its own, never its neighbours'. */
  readonly budget: Budget;
}

/** All searches of a block together: enough for a few that meet in the middle, and some for each of its records. */
const STEPS_A_BLOCK = 5_000_000;
const STEPS_A_RECORD = 3_000;
const MOST_A_BLOCK = 60_000_000;
/** All searches of a run together, a few seconds' worth: reached only where thousands of blocks spend all they have. */
const STEPS_A_RUN = 2_000_000_000;

/** Makes blocks as records come. */
export class Blocks {
  private readonly run: Budget = { steps: STEPS_A_RUN };
  /** By customer; most have one currency. */
  private readonly ofCustomers = new Map<string, Block[]>();

  of(customer: string, currency: Currency): Block {
    let own = this.ofCustomers.get(customer);
    if (own === undefined) this.ofCustomers.set(customer, (own = []));
    for (const block of own) if (block.currency === currency) return block;
    const block = makeBlock(customer, currency, { steps: STEPS_A_BLOCK, within: this.run });
    own.push(block);
    return block;
  }

  /** The blocks in the order of their names, each with steps for its records. */
  inOrder(): Block[] {
    const named: { readonly name: string; readonly block: Block }[] = [];
    for (const own of this.ofCustomers.values()) {
      for (const block of own) {
        block.budget.steps = Math.min(STEPS_A_BLOCK + STEPS_A_RECORD * sizeOf(block), MOST_A_BLOCK);
        named.push({ name: `${block.customer}|${block.currency}`, block });
      }
    }
    return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ block }) => block);
  }
}

function makeBlock(customer: string, currency: Currency, budget: Budget): Block {
  const [invoices, receipts]: [Invoice[], Receipt[]] = [[], []];
  return {
    customer,
    currency,
    deals: [],
    invoices,
    credits: [],
    revenue: [],
    receipts,
    refunds: [],
    waiting: receipts,
    unpaid: invoices,
    unbilled: invoices,
    budget,
  };
}

function sizeOf({ deals, invoices, credits, revenue, receipts, refunds }: Block): number {
  return deals.length + invoices.length + credits.length + revenue.length + receipts.length + refunds.length;
}
