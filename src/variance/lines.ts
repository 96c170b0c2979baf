/** The lines of the reconciled sheet: customer × month × owner. */

import { isoMonth } from '../domain/day';
import type { Month } from '../domain/day';
import { MEASURES } from '../domain/measure';
import type { Measure } from '../domain/measure';
import type { Minor } from '../domain/money';
import type { Line, LineKey } from '../domain/reconciliation';
import type { ReconciledRecord } from '../domain/record';
import { order } from './links';
import type { Posting } from './posting';

export const MEASURE_OF: Readonly<Record<ReconciledRecord['role'], Measure>> = {
  deal: 'booked',
  invoice: 'invoiced',
  revenue: 'recognised',
  receipt: 'cash',
};

/** 53 bits of two mixed 32-bit lanes: equal texts give equal codes on every machine. */
function fingerprint(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x27d4eb2f);
    b = Math.imul(b ^ unit, 0x165667b1);
  }
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

/** Readable first, unique by the fingerprint behind: `L-acme-2026-03-…`. */
export function lineKeyOf(customer: string, month: Month, owner: string, slug = slugOf(customer)): LineKey {
  return `L-${slug}${slug === '' ? '' : '-'}${isoMonth(month)}-${fingerprint(`${customer}\u0000${month}\u0000${owner}`)}`;
}

/** Remembers keys: a book asks for the same few lines again and again. */
export function lineKeys(): (customer: string, month: Month, owner: string) => LineKey {
  const known = new Map<string, { readonly slug: string; readonly owners: Map<string, Map<Month, LineKey>> }>();
  return (customer, month, owner) => {
    let own = known.get(customer);
    if (own === undefined)
      known.set(customer, (own = { slug: slugOf(customer), owners: new Map<string, Map<Month, LineKey>>() }));
    let months = own.owners.get(owner);
    if (months === undefined) own.owners.set(owner, (months = new Map<Month, LineKey>()));
    let key = months.get(month);
    if (key === undefined) months.set(month, (key = lineKeyOf(customer, month, owner, own.slug)));
    return key;
  };
}

/** Every line that any record stands on, over the whole horizon, sorted by customer, month, owner. */
export function linesOf(postings: readonly Posting[], provided: Readonly<Record<Measure, boolean>>): Line[] {
  const sums = new Map<LineKey, { customer: string; month: Month; owner: string; measures: Record<Measure, Minor> }>();
  for (const { record, customer, month, parts } of postings) {
    for (const part of parts) {
      let sum = sums.get(part.line);
      if (sum === undefined) {
        sum = { customer, month, owner: part.owner, measures: { booked: 0, invoiced: 0, recognised: 0, cash: 0 } };
        sums.set(part.line, sum);
      }
      sum.measures[MEASURE_OF[record.role]] += part.measuredReporting;
    }
  }
  return [...sums]
    .map(([key, { customer, month, owner, measures }]) => ({
      key,
      customer,
      month,
      owner,
      measures: withAbsent(measures, provided),
    }))
    .sort((a, b) => order(a.customer, b.customer) || a.month - b.month || order(a.owner, b.owner));
}

function withAbsent(
  measures: Readonly<Record<Measure, Minor>>,
  provided: Readonly<Record<Measure, boolean>>,
): Record<Measure, Minor | null> {
  const shown: Record<Measure, Minor | null> = { ...measures };
  for (const measure of MEASURES) if (!provided[measure]) shown[measure] = null;
  return shown;
}
