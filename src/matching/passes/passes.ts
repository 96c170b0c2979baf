/** The passes from surest to loosest, as data, and the one loop that runs them. */

import type { Evidence, Link } from '../../domain/link';
import type { OnProgress } from '../../domain/progress';
import { appliedAsStated } from './appliedAmounts';
import { creditByAmount, creditByDeal, creditByReference, rebill } from './creditPasses';
import { invoiceByReference, nearDeal } from './dealPasses';
import { combinedInvoice, splitDeal } from './dealSetPasses';
import type { Desk, Linked, Proposal } from '../desk';
import type { ReconciledRecord } from '../numbered';
import { paidAgainByAmount, paidAgainByReference } from './paidAgain';
import { creditLeftByPayment, invoicesLessCredits } from './creditsTakenOff';
import { equalAmounts } from './equalAmounts';
import { creditedDeal, exactDeal } from './exactDeals';
import { PRIOR } from '../linkEvidence';
import { evidence, probabilityOf, stateOf, totalWeight } from '../matchWeight';
import type { Pass } from './pass';
import { partOfPlan, planOfDeal } from './planPass';
import { dealAtStatedRate } from './ratePass';
import { nearPartsOfInvoice, nearSumOfInvoices } from './nearSetPasses';
import { nearlyNamed, partOfNearlyNamed, strangerNearlyNamed } from './nearReferencePasses';
import { oldestFirst } from './oldestFirst';
import { exactReceipt, nearReceipt, strangerReceipt } from './receiptPasses';
import { beyondReference, receiptByDeal, receiptByReference } from './receiptReferences';
import { receiptsOfInvoice } from './receiptSetPasses';
import { subsetOfInvoices } from './sumOfInvoices';
import { refundByAmount, refundByReference } from './refundPasses';
import { scheduleByAmount, scheduleByDeal, scheduleByInvoice } from './schedulePasses';
import { shortPayment } from './shortPayments';
import { settleSuggestions } from '../suggestions';

/** In order. What a pass links, later ones leave alone; credits come before receipts since they lower what is due. */
export const PASSES: readonly Pass[] = [
  { name: 'reference', kind: 'deal-invoice', step: 'match invoices', certainty: 'stated', find: invoiceByReference },
  { name: 'reference', kind: 'invoice-credit', step: 'match invoices', certainty: 'stated', find: creditByReference },
  { name: 'exact amount', kind: 'deal-invoice', step: 'match invoices', certainty: 'inferred', find: exactDeal },
  { name: 'deal of the credit', kind: 'invoice-credit', step: 'match invoices', certainty: 'inferred', find: creditByDeal },
  { name: 'exact amount', kind: 'invoice-credit', step: 'match invoices', certainty: 'inferred', find: creditByAmount },
  { name: 'credit and rebill', kind: 'deal-invoice', step: 'match invoices', certainty: 'inferred', find: rebill },
  {
    name: 'exact amount after credits',
    kind: 'deal-invoice',
    step: 'match invoices',
    certainty: 'inferred',
    find: creditedDeal,
  },
  { name: 'instalment plan', kind: 'deal-invoice', step: 'match invoices', certainty: 'inferred', find: planOfDeal },
  { name: 'split invoice', kind: 'deal-invoice', step: 'match invoices', certainty: 'inferred', find: splitDeal },
  { name: 'combined invoice', kind: 'deal-invoice', step: 'match invoices', certainty: 'inferred', find: combinedInvoice },
  { name: 'part of a plan', kind: 'deal-invoice', step: 'match invoices', certainty: 'inferred', find: partOfPlan },
  {
    name: 'within tolerance',
    kind: 'deal-invoice',
    step: 'match invoices',
    certainty: 'inferred',
    find: nearDeal,
    atMost: 'suggested',
  },
  {
    name: 'stated rate',
    kind: 'deal-invoice',
    step: 'match invoices',
    certainty: 'inferred',
    find: dealAtStatedRate,
    atMost: 'suggested',
  },
  { name: 'reference', kind: 'invoice-schedule', step: 'match invoices', certainty: 'stated', find: scheduleByInvoice },
  { name: 'reference', kind: 'deal-schedule', step: 'match invoices', certainty: 'stated', find: scheduleByDeal },
  { name: 'exact amount', kind: 'invoice-schedule', step: 'match invoices', certainty: 'inferred', find: scheduleByAmount },
  { name: 'applied', kind: 'invoice-receipt', step: 'match receipts', certainty: 'stated', find: appliedAsStated },
  { name: 'reference', kind: 'invoice-receipt', step: 'match receipts', certainty: 'stated', find: receiptByReference },
  { name: 'deal or order named', kind: 'invoice-receipt', step: 'match receipts', certainty: 'inferred', find: receiptByDeal },
  { name: 'exact amount', kind: 'invoice-receipt', step: 'match receipts', certainty: 'inferred', find: exactReceipt },
  { name: 'reference nearly', kind: 'invoice-receipt', step: 'match receipts', certainty: 'inferred', find: nearlyNamed },
  {
    name: 'exact amount, nearest of equals',
    kind: 'invoice-receipt',
    step: 'match receipts',
    certainty: 'assumed',
    find: equalAmounts,
  },
  { name: 'part payments', kind: 'invoice-receipt', step: 'match receipts', certainty: 'inferred', find: receiptsOfInvoice },
  { name: 'sum of invoices', kind: 'invoice-receipt', step: 'match receipts', certainty: 'inferred', find: subsetOfInvoices },
  {
    name: 'sum of invoices less credits',
    kind: 'invoice-receipt',
    step: 'match receipts',
    certainty: 'inferred',
    find: invoicesLessCredits,
  },
  { name: 'within tolerance', kind: 'invoice-receipt', step: 'match receipts', certainty: 'inferred', find: nearReceipt },
  {
    name: 'part payments within tolerance',
    kind: 'invoice-receipt',
    step: 'match receipts',
    certainty: 'inferred',
    find: nearPartsOfInvoice,
    atMost: 'suggested',
  },
  {
    name: 'sum of invoices within tolerance',
    kind: 'invoice-receipt',
    step: 'match receipts',
    certainty: 'inferred',
    find: nearSumOfInvoices,
    atMost: 'suggested',
  },
  {
    name: 'reference',
    kind: 'invoice-receipt',
    step: 'match receipts',
    certainty: 'stated',
    find: beyondReference,
  },
  { name: 'left by a payment', kind: 'invoice-credit', step: 'match receipts', certainty: 'inferred', find: creditLeftByPayment },
  { name: 'reference', kind: 'receipt-refund', step: 'match receipts', certainty: 'stated', find: refundByReference },
  { name: 'paid again', kind: 'invoice-receipt', step: 'match receipts', certainty: 'stated', find: paidAgainByReference },
  { name: 'paid again', kind: 'invoice-receipt', step: 'match receipts', certainty: 'inferred', find: paidAgainByAmount },
  { name: 'short payment', kind: 'invoice-receipt', step: 'match receipts', certainty: 'inferred', find: shortPayment },
  {
    name: 'reference nearly',
    kind: 'invoice-receipt',
    step: 'match receipts',
    certainty: 'inferred',
    find: partOfNearlyNamed,
  },
  { name: 'reference nearly', kind: 'invoice-receipt', step: 'match receipts', certainty: 'inferred', find: strangerNearlyNamed },
  {
    name: 'exact amount, unknown payer',
    kind: 'invoice-receipt',
    step: 'match receipts',
    certainty: 'inferred',
    find: strangerReceipt,
    atMost: 'suggested',
  },
  { name: 'oldest first', kind: 'invoice-receipt', step: 'match receipts', certainty: 'assumed', find: oldestFirst },
  { name: 'exact amount', kind: 'receipt-refund', step: 'match receipts', certainty: 'inferred', find: refundByAmount },
];

/** Runs the passes in order over one desk. */
export function runPasses(desk: Desk, passes: readonly Pass[], onProgress?: OnProgress): void {
  const cuts: (Pick<Pass, 'name' | 'kind'> & { readonly anchor: ReconciledRecord })[] = [];
  passes.forEach((pass, i) => {
    const ofStep = passes.filter(({ step }) => step === pass.step);
    const done = passes.slice(0, i).filter(({ step }) => step === pass.step);
    onProgress?.(pass.step, done.length / ofStep.length);
    for (const finding of pass.find(desk)) {
      if ('search' in finding) desk.addSearch({ ...finding.search, kind: pass.kind, pass: pass.name }, finding.holds);
      else if ('cut' in finding) cuts.push({ name: pass.name, kind: pass.kind, anchor: finding.cut });
      else bookLinks(desk, pass, finding.links);
    }
    onProgress?.(pass.step, (done.length + 1) / ofStep.length);
  });
  settleSuggestions(desk);
  for (const { name, kind, anchor } of cuts) {
    if (desk.isLinked(kind, anchor) || desk.isUnsettled(kind, anchor)) continue;
    desk.addSearch({ anchor, outcome: 'stopped', candidates: [], kind, pass: name });
  }
}

/** Of a record whose confirmed partner is gone. It weighs nothing: whatever the weights, a person decides. */
const BEREFT = evidence('decision', 'the partner that a person confirmed is gone', 0);

function bookLinks(desk: Desk, pass: Pass, proposals: readonly Proposal[]): void {
  // A set stands or falls as one: its weakest member says how sure it is.
  let weakest = 1;
  for (const { evidence } of proposals) weakest = Math.min(weakest, gradeOf(evidence));
  const earned = stateOf(weakest);
  if (earned === null) return;
  const mayBeBereft = desk.bereft.size > 0 && pass.certainty !== 'stated';
  const isBereft = mayBeBereft && proposals.some((proposal) => lostPartner(desk, pass, proposal));
  const state = isBereft ? 'suggested' : (pass.atMost ?? earned);
  desk.addLinks(proposals.map((proposal) => linkOf(pass, proposal, state, isBereft && lostPartner(desk, pass, proposal))));
}

function gradeOf(evidence: readonly Evidence[]): number {
  return probabilityOf(totalWeight(evidence) + PRIOR);
}

function linkOf(pass: Pass, proposal: Proposal, state: Link['state'], isBereft: boolean): Linked {
  const { left, right, evidence } = proposal;
  const link: Link = {
    kind: proposal.kind ?? pass.kind,
    left: left.key,
    right: right.key,
    allocated: proposal.allocated,
    currency: right.currency,
    pass: pass.name,
    probability: gradeOf(evidence),
    prior: PRIOR,
    certainty: pass.certainty,
    evidence: isBereft ? [...evidence, BEREFT] : evidence,
    runnerUp: proposal.runnerUp ?? '',
    state,
  };
  return { link, left, right };
}

function lostPartner(desk: Desk, pass: Pass, { kind = pass.kind, left, right }: Proposal): boolean {
  const bereft = desk.bereft.get(kind);
  return bereft !== undefined && (bereft.has(left.key) || bereft.has(right.key));
}
