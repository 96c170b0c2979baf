/** An item as a run holds it. */

import type { Month } from '../domain/day';
import type { Certainty } from '../domain/link';
import type { Gap } from '../domain/measure';
import type { Currency, Minor } from '../domain/money';
import type { LineKey, PairName, ReasonClass, Treatment, VarianceItem } from '../domain/reconciliation';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import type { LegKind } from './legs';
import type { LineAt } from './lines';
import type { Code } from './reasons';
import type { Facts } from './reasons/single';
import type { Related } from './related';

export type ItemForm = VarianceItem['form'];

/** What items of one gap, form and code share. */
export interface ItemKind {
  readonly gap: Gap;
  readonly form: ItemForm;
  readonly code: Code;
  readonly reasonClass: ReasonClass;
  readonly treatment: Treatment;
}

export interface ItemParts extends Pick<
  VarianceItem,
  'amount' | 'documentAmount' | 'pair' | 'certainty' | 'expectedMonth' | 'facts' | 'exceptionKey'
> {
  readonly kind: ItemKind;
  readonly at: LineAt;
  /** Where the other end stands. */
  readonly there: LineAt | null;
  readonly own: ReconciledRecord;
  readonly other: ReconciledRecord | null;
  readonly behind: Related;
}

/** A run has items by the million: each holds what others hold too, and tells of it when it is asked. */
export class Item implements VarianceItem {
  readonly amount: Minor;
  readonly documentAmount: Minor;
  readonly pair: PairName | null;
  readonly certainty: Certainty;
  readonly expectedMonth: Month | null;
  readonly facts: Facts;
  readonly exceptionKey: string | null;
  private readonly kind: ItemKind;
  private readonly at: LineAt;
  private readonly there: LineAt | null;
  private readonly own: ReconciledRecord;
  private readonly other: ReconciledRecord | null;
  private readonly behind: Related;

  constructor(parts: ItemParts) {
    this.amount = parts.amount;
    this.documentAmount = parts.documentAmount;
    this.pair = parts.pair;
    this.certainty = parts.certainty;
    this.expectedMonth = parts.expectedMonth;
    this.facts = parts.facts;
    this.exceptionKey = parts.exceptionKey;
    this.kind = parts.kind;
    this.at = parts.at;
    this.there = parts.there;
    this.own = parts.own;
    this.other = parts.other;
    this.behind = parts.behind;
  }

  /** The same under another reason. */
  explainedAs(kind: ItemKind, { certainty, facts }: Pick<VarianceItem, 'certainty' | 'facts'>): Item {
    const { amount, documentAmount, pair, expectedMonth, exceptionKey, at, there, own, other, behind } = this;
    const kept = { amount, documentAmount, pair, expectedMonth, exceptionKey, at, there, own, other, behind };
    return new Item({ ...kept, kind, certainty, facts });
  }

  /** Every field by its name: written out, an item holds all that it tells. */
  toJSON(): VarianceItem {
    return {
      line: this.line,
      customer: this.customer,
      month: this.month,
      owner: this.owner,
      gap: this.gap,
      form: this.form,
      code: this.code,
      reasonClass: this.reasonClass,
      treatment: this.treatment,
      amount: this.amount,
      certainty: this.certainty,
      pair: this.pair,
      otherCustomer: this.otherCustomer,
      otherMonth: this.otherMonth,
      otherOwner: this.otherOwner,
      expectedMonth: this.expectedMonth,
      record: this.record,
      otherRecord: this.otherRecord,
      deal: this.deal,
      invoice: this.invoice,
      schedule: this.schedule,
      receipt: this.receipt,
      documentAmount: this.documentAmount,
      documentCurrency: this.documentCurrency,
      exceptionKey: this.exceptionKey,
      facts: this.facts,
    };
  }

  get line(): LineKey {
    return this.at.key;
  }
  /** The line's number in the run. */
  get lineNo(): number {
    return this.at.no;
  }
  get customer(): string {
    return this.at.customer;
  }
  get month(): Month {
    return this.at.month;
  }
  get owner(): string {
    return this.at.owner;
  }
  get gap(): Gap {
    return this.kind.gap;
  }
  get form(): ItemForm {
    return this.kind.form;
  }
  get code(): Code {
    return this.kind.code;
  }
  get reasonClass(): ReasonClass {
    return this.kind.reasonClass;
  }
  get treatment(): Treatment {
    return this.kind.treatment;
  }
  get otherCustomer(): string | null {
    return this.there?.customer ?? null;
  }
  get otherMonth(): Month | null {
    return this.there?.month ?? null;
  }
  get otherOwner(): string | null {
    return this.there?.owner ?? null;
  }
  get record(): RecordKey {
    return this.own.key;
  }
  get documentCurrency(): Currency {
    return this.own.currency;
  }
  get otherRecord(): RecordKey | null {
    return this.other?.key ?? null;
  }
  get deal(): RecordKey | null {
    return this.behind.deal;
  }
  get invoice(): RecordKey | null {
    return this.behind.invoice;
  }
  get schedule(): RecordKey | null {
    return this.behind.schedule;
  }
  get receipt(): RecordKey | null {
    return this.behind.receipt;
  }
}

/** The two ends of one leg of a pair. */
export class LegName implements PairName {
  constructor(
    private readonly gap: Gap,
    private readonly first: ReconciledRecord,
    private readonly second: ReconciledRecord,
    /** Among the pairs of the same two records. */
    private readonly number: number,
    private readonly leg: LegKind,
  ) {}

  get name(): string {
    const leg = this.leg === 'month' ? '' : `/${this.leg}`;
    return `${this.gap}:${this.first.key}~${this.second.key}#${this.number}${leg}`;
  }

  toJSON(): string {
    return this.name;
  }
}
