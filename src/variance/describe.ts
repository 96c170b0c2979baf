/** Facts to sentences, made last. Every sentence begins with a word of ours, never with a source's text. */

import { isoMonth } from '../domain/day';
import { dictionary } from '../domain/dictionary';
import type { Certainty } from '../domain/link';
import type { Minor } from '../domain/money';
import type { Note, PairName, VarianceItem } from '../domain/reconciliation';
import type { ReconciledRecord, RecordKey } from '../domain/record';
import type { Candidate } from './input';
import { isCode, reasonOf } from './reasons';
import type { Code } from './reasons';

/** How the reader's sheet writes amounts and calls things. */
export interface Wording {
  /** Minor units of the reporting currency. */
  readonly amount: (minor: Minor) => string;
  readonly record: (key: RecordKey) => ReconciledRecord | undefined;
  readonly customer: (key: string) => string;
}

/** What a sentence may use. Texts of records that are absent are "". */
interface Told {
  readonly amount: string;
  /** The item's own record and its partner, as "deal D-7". */
  readonly own: string;
  readonly other: string;
  readonly deal: string;
  readonly invoice: string;
  readonly otherMonth: string;
  readonly expected: string;
  readonly otherOwner: string;
  readonly otherCustomer: string;
  readonly certainty: Certainty;
  readonly fact: (name: string) => string;
}

type Sentence = (told: Told) => string;

const fixed =
  (text: string): Sentence =>
  ({ amount, own }) =>
    `${amount} of ${own} ${text}`;
const paired =
  (text: string): Sentence =>
  ({ amount, own, other, otherMonth }) =>
    `${amount} of ${own}, ${text} ${other} in ${otherMonth}`;
const moved: Sentence = ({ amount, own, other, otherOwner, otherCustomer }) =>
  `${amount} of ${own} stands with ${[otherOwner, otherCustomer].filter((text) => text !== '').join(', ')}${other === '' ? '' : ` through ${other}`}`;

/** One sentence a code: the compiler asks when one is missing. */
const SENTENCES: Readonly<Record<Code, Sentence>> = {
  D1: ({ amount, own, fact }) => `${amount} of ${own} is for contract years not begun, next bill ${fact('due')}`,
  D2: fixed('is billed once and not in the booked amount'),
  D4: fixed('is tax that only one side holds'),
  D5: fixed('is the partner’s margin'),
  D6: ({ amount, own, deal }) => `${amount} of ${own} renews what was there before; ${deal} counts the uplift only`,
  D7: ({ amount, own, fact }) =>
    `${amount} of ${own} is usage or passed through, which ${fact('leftOut') === '' ? 'no deal books' : 'is left out of invoiced'}`,
  D8: ({ amount, own, fact }) =>
    `${amount} of ${own}: its partner ${fact('partner')} is out of scope${withFact(fact('because'), ' (', ')')}`,
  D9: ({ amount, own, fact }) =>
    `${amount} of ${own} was won ${fact('signed') === '' ? 'and is not signed' : `before it was signed on ${fact('signed')}`}`,
  D10: fixed('is a discount that no invoice carries'),
  D11: moved,
  D12: moved,
  D13: ({ amount, own, fact }) =>
    `${amount} of ${own} cannot be compared: no rate for ${fact('currency')} on ${fact('day')}${withFact(fact('partner'), ' (', ')')}`,
  D14: ({ amount, own, other, fact }) =>
    `${amount} of ${own} is the exchange rate: ${fact('rate')} against ${fact('earlierRate')} of ${other}`,
  D15: ({ amount, own, other, otherMonth, fact }) =>
    `${amount} of ${own}, with ${other} in ${otherMonth}, the month of the deal’s other date ${fact('date')}`,
  D16: ({ amount, own, invoice }) => `${amount} of ${own} was credited${withFact(invoice, ' on ')}, the deal keeps its value`,

  T1: ({ amount, own, fact }) => `${amount} of ${own} is not yet due to be invoiced, expected by ${fact('due')}`,
  T2: ({ amount, own, other, otherMonth }) => `${amount} of ${own}, with ${other} in ${otherMonth}`,
  T3: ({ amount, own, other, otherMonth, fact }) =>
    other === ''
      ? `${amount} of ${own} is to be billed by plan on ${fact('due')}`
      : `${amount} of ${own}, an instalment with ${other} in ${otherMonth}`,
  T4: ({ amount, own, other, otherMonth }) =>
    other === ''
      ? `${amount} of ${own} is recognised and not yet invoiced`
      : `${amount} of ${own}, with ${other} in ${otherMonth}`,
  T5: ({ amount, own, other, otherMonth, fact }) =>
    other === ''
      ? `${amount} of ${own} is still deferred, to be recognised by ${fact('until')}`
      : `${amount} of ${own}, with ${other} in ${otherMonth}`,
  T6: ({ amount, own, fact }) => `${amount} of ${own} is open and due ${fact('due')}`,
  T7: ({ amount, own, fact }) => `${amount} of ${own} was due ${fact('due')}, ${fact('overdue')} days ago`,
  T8: ({ amount, own, other, otherMonth }) =>
    other === '' ? `${amount} of ${own} was received before any invoice` : `${amount} of ${own}, with ${other} in ${otherMonth}`,
  T9: ({ amount, own, other, fact }) =>
    `${amount} of ${own} is the exchange rate: ${fact('rate')} against ${fact('earlierRate')} of ${other}`,
  T10: paired('invoiced before it was won, with'),
  T11: ({ amount, own, fact }) =>
    fact('free') === ''
      ? `${amount} of ${own} belongs to a contract that starts ${fact('start')}`
      : `${amount} of ${own} follows a free period: ${fact('free')} invoices of nothing so far`,
  T12: ({ amount, own, other, otherMonth, fact }) =>
    other === ''
      ? `${amount} of ${own} waits to be paid out by ${fact('channel')}, expected ${fact('due')}`
      : `${amount} of ${own}, paid out by ${fact('channel')} with ${other} in ${otherMonth}`,
  T13: paired('caught up with'),
  T14: paired('credited, with'),
  T15: ({ amount, own, other, otherMonth, fact }) =>
    `${amount} of ${own}, with ${other} in ${otherMonth}; the receipt’s other date is ${fact('date')}`,
  T16: ({ amount, own, fact }) =>
    `${amount} of ${own} overlaps ${fact('overlaps')}, which ends ${fact('until')}; the rest is prorated`,
  T17: fixed('is held back from revenue'),
  T18: ({ amount, own, other, otherMonth, fact }) =>
    `${amount} of ${own}, ${fact('days')} days apart from ${other} in ${otherMonth}`,
  T19: ({ amount, own, other, otherMonth, fact }) =>
    `${amount} of ${own}, ${fact('days')} days apart from ${other} in ${otherMonth}`,
  T20: ({ amount, own, fact }) =>
    `${amount} of ${own}: its partner lies before the first date of the data${withFact(fact('reference'), ' (', ')')}`,
  T21: ({ amount, own, other, otherMonth }) =>
    other === '' ? `${amount} of ${own} is neither used nor refunded` : `${amount} of ${own}, used by ${other} in ${otherMonth}`,

  Q1: ({ amount, own, fact }) =>
    `${amount} of ${own} was to be invoiced by ${fact('due')} and ${fact('partly') === '1' ? 'is not fully' : 'never was'} invoiced`,
  Q2: ({ amount, own, fact }) =>
    `${amount} of ${own} has no deal${fact('maybeEarlier') === '1' ? '; it may be from before the data' : ''}${withFact(fact('renewalOf'), '; it may be a renewal of ')}`,
  Q3: ({ fact }) => `joined “${fact('left')}” with “${fact('right')}”`,
  Q4: ({ amount, own, fact }) =>
    `${amount} of ${own} names ${fact('reference')}, which fits no deal of this customer${withFact(fact('near'), '; nearest is ')}`,
  Q5: ({ amount, own, fact }) =>
    `${amount} of ${own} repeats deal ${fact('other')}: same customer and amount, and nothing invoiced`,
  Q6: ({ amount, own, fact }) => `${amount} of ${own} repeats invoice ${fact('other')}: same customer, amount and date`,
  Q7: ({ amount, own, fact }) =>
    `${amount} of ${own}: the contract was amended on ${fact('amended')}, the deal last edited on ${fact('modified')}`,
  Q8: ({ amount, own, fact }) =>
    `${amount} of ${own} is an expansion, while billing goes on at the old price of ${fact('price')}`,
  Q9: ({ amount, own, fact }) => `${amount} of ${own} was to be billed on top from ${fact('from')} on, and was not`,
  Q10: ({ amount, own, other, fact }) =>
    `${amount} of ${own} is ${fact('effect') === 'price' ? 'price' : 'quantity'} of ${fact('item')}${withFact(other, ', against ')}: ${fact('invoiced')} invoiced, ${fact('sold')} sold`,
  Q11: ({ amount, own, deal }) => `${amount} of ${own} is above ${deal}`,
  Q12: ({ amount, own, other, otherMonth }) =>
    `${amount} of ${own}, credited and billed again with ${other}${withFact(otherMonth, ' in ')}`,
  Q13: fixed('names no invoice'),
  Q14: ({ own, fact }) => `${own} is billed by ${fact('count')} invoices`,
  Q15: ({ own, fact }) => `${own} bills ${fact('count')} deals`,
  Q16: ({ amount, own, fact }) =>
    `${amount} of ${own} is still open after a part-payment, due ${fact('due')}, ${fact('overdue')} days ago`,
  Q17: ({ amount, own, fact }) => `${amount} of ${own} was deducted${withFact(fact('reason'), ': ')}`,
  Q18: fixed('was withheld as tax'),
  Q19: fixed('was taken as a fee'),
  Q20: ({ amount, own, fact }) =>
    `${amount} of ${own} is more than invoice ${fact('invoice')} asked for${withFact(fact('short'), '; ', ' is short by the same')}`,
  Q21: ({ amount, own, fact }) =>
    `${amount} of ${own} is not applied${fact('known') === '0' ? ', the payer is not known' : ''}${withFact(fact('short'), '; ', ' is open by the same')}`,
  Q22: ({ amount, own, other, otherMonth, fact }) =>
    `${amount} of ${own}, with ${other} in ${otherMonth}, though the ledger set it against ${fact('appliedTo')}`,
  Q23: ({ amount, own, other, otherMonth }) =>
    `${amount} of ${own} was returned without a credit${other === '' ? '' : `, with ${other} in ${otherMonth}`}`,
  Q24: ({ amount, own, fact }) => `${amount} of ${own} was written off${withFact(fact('reason'), ': ')}`,
  Q25: ({ own, fact }) => (fact('left') === '' ? `${own} has no owner` : `${own} belongs to ${fact('left')}, who has left`),
  Q26: moved,
  Q27: ({ amount, own, fact }) =>
    `${amount} of ${own} bills deal ${fact('deal')}, which is ${fact('stage') === '' ? 'not won' : `“${fact('stage')}”`}`,
  Q28: ({ amount, own, fact }) =>
    fact('ended') === ''
      ? `${amount} of ${own} is dated after ${fact('deal')} was cancelled on ${fact('cancelled')}`
      : `${amount} of ${own} is for the time after ${fact('deal')} ended on ${fact('ended')}${withFact(fact('renewalOf'), '; it may be a renewal of ')}`,
  Q29: ({ own, fact }) => `${own} was edited on ${fact('modified')}, after the period closed; its date or amount may have moved`,
  Q30: ({ amount, own, fact }) => `${amount} of ${own} cannot be compared: ${withFact(fact('partner'), '', ' ')}has no currency`,
  Q31: fixed('stands with the wrong sign; twice its amount'),
  Q32: fixed('cannot be read'),
  Q33: moved,
  Q34: ({ amount, own, fact }) =>
    `${amount} of ${own} is ${fact('tolerance') === '' ? 'rounding' : 'within the tolerance'}${fact('listed') === '' ? '' : ', but such differences come to more than is accepted in all'}`,
  Q35: fixed('has neither invoice nor contract'),
  Q36: ({ amount, own, fact }) => `${amount} of ${own}: ${SCHEDULE[fact('what')] ?? 'schedule and invoice differ'}`,
  Q37: ({ amount, own, fact }) =>
    `${amount} of ${own} ${fact('outcome') === 'stopped' ? 'was searched to the limit without an answer' : `fits ${fact('count')} ways`}${withFact(fact('candidates'), ': ')}`,
  Q38: fixed('is not explained'),
  Q39: ({ amount, own, other, otherMonth }) => `${amount} of ${own} probably belongs to ${other}${withFact(otherMonth, ' in ')}`,
};

const SCHEDULE: Readonly<Record<string, string>> = dictionary({
  none: 'nothing is scheduled',
  'too little': 'the schedule falls short of the invoice',
  'too much': 'more is recognised than invoiced',
  'credit missing': 'the credit is not in revenue',
});

function withFact(fact: string, before: string, after = ''): string {
  return fact === '' ? '' : `${before}${fact}${after}`;
}

/** "Timing: invoiced in a later month": what a reason cell shows, and how every sentence begins. */
export function describeReason(code: string): string {
  const reason = reasonOf(code);
  return reason === null ? code : `${reason.reasonClass}: ${reason.name}`;
}

/** A variance item as one sentence. */
export function describeItem(item: VarianceItem, wording: Wording): string {
  return sentence(item.code, {
    amount: wording.amount(Math.abs(item.amount)),
    own: labelOf(item.record, wording),
    other: item.otherRecord === null ? '' : labelOf(item.otherRecord, wording),
    deal: item.deal === null ? 'its deal' : labelOf(item.deal, wording),
    invoice: item.invoice === null || item.invoice === item.record ? '' : labelOf(item.invoice, wording),
    otherMonth: item.otherMonth === null ? '' : isoMonth(item.otherMonth),
    expected: item.expectedMonth === null ? '' : isoMonth(item.expectedMonth),
    otherOwner: item.otherOwner !== null && item.otherOwner !== item.owner ? item.otherOwner : '',
    otherCustomer:
      item.otherCustomer !== null && item.otherCustomer !== item.customer ? wording.customer(item.otherCustomer) : '',
    certainty: item.certainty,
    fact: factOf(item.facts),
  });
}

/** A note as one sentence. */
export function describeNote(note: Note, wording: Wording): string {
  const [own, other] = note.records;
  return sentence(note.code, {
    amount: wording.amount(Math.abs(note.atStake)),
    own: own === undefined ? '' : labelOf(own, wording),
    other: other === undefined ? '' : labelOf(other, wording),
    deal: '',
    invoice: '',
    otherMonth: '',
    expected: '',
    otherOwner: note.code === 'D11' ? note.owner : '',
    otherCustomer: '',
    certainty: 'inferred',
    fact: factOf(note.facts),
  });
}

/** The evidence of an exception: its largest items first, or its note with what is at stake. */
export function describeCandidate(candidate: Candidate, wording: Wording): string {
  if (candidate.note !== null)
    return `${describeNote(candidate.note, wording)}; ${wording.amount(Math.abs(candidate.note.atStake))} at stake`;
  const seen = new Set<PairName>();
  const told = [...candidate.items]
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .filter(({ pair }) => pair === null || (!seen.has(pair) && seen.add(pair).size > 0))
    .map((item) => describeItem(item, wording));
  const shown = told.slice(0, MOST_SENTENCES).join('. ');
  return told.length > MOST_SENTENCES ? `${shown}. And ${told.length - MOST_SENTENCES} more` : shown;
}

const MOST_SENTENCES = 3;

function sentence(code: string, told: Told): string {
  if (!isCode(code)) return code;
  const possible = told
    .fact('possible')
    .split(' ')
    .map((name) => reasonOf(name)?.name ?? '');
  const guess = possible.filter((name) => name !== '').join(' or ');
  const missing = withFact(told.fact('missing'), `; ${told.certainty}, as nothing states the `);
  return `${describeReason(code)} — ${SENTENCES[code](told)}${missing}${withFact(guess, '; possible: ')}`;
}

function factOf(facts: VarianceItem['facts']): (name: string) => string {
  return (name) => {
    const fact = facts[name];
    return fact === undefined ? '' : typeof fact === 'number' ? String(Number(fact.toPrecision(6))) : fact;
  };
}

/** A record by its role and id: "credit CN-3". */
export function labelOf(key: RecordKey, { record: recordOf }: Pick<Wording, 'record'>): string {
  const record = recordOf(key);
  if (record === undefined) return key;
  return `${roleOf(record)} ${record.id === '' ? `of ${record.source.sheet} row ${record.source.row}` : record.id}`;
}

function roleOf(record: ReconciledRecord): string {
  switch (record.role) {
    case 'deal':
      return 'deal';
    case 'invoice':
      return record.kind;
    case 'revenue':
      return 'schedule row';
    case 'receipt':
      return record.kind;
  }
}
