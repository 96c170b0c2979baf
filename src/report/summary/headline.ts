/** The run in a few sentences. */

import { isoDay, isoMonth } from '../../domain/day';
import { GAP_SIDES, GAPS } from '../../domain/measure';
import type { Gap } from '../../domain/measure';
import type { ReportContext } from '../context';
import { furtherSheets } from '../parts';
import type { Grain } from '../varianceRows';
import { SUMMED_TO } from '../variancesSheet';
import { decisionMessages } from './decisionMessages';
import { settingName } from '../../settings/words';
import { gapTitle, measureTitle, NOT_PROVIDED } from '../wording';

/**
 * The difference of one gap in a sentence: how large, how much of it is expected and how much somebody must settle.
 * Amounts are told in the direction of the difference, and one that works against it says so.
 */
export function headline(gap: Gap, context: ReportContext): string {
  const { money, providedGaps, result } = context;
  const { left, right } = GAP_SIDES[gap];
  if (!providedGaps.includes(gap)) {
    const missing = [left, right].filter((measure) => !result.provided[measure]);
    return `${gapTitle(gap)}: ${NOT_PROVIDED}, since no sheet gives ${missing.join(' or ')}.`;
  }
  const { variance, expected, toSettle, unexplained } = context.figures[gap];
  const direction = variance < 0 ? -1 : 1;
  const told = (minor: number): string => money.text(Math.abs(minor)) + (minor * direction < 0 ? ' the other way' : '');
  const parts = `${told(expected)} is expected and ${told(toSettle)} is to settle (of which ${told(unexplained)} unexplained).`;
  if (variance === 0) {
    const none = `${measureTitle(left, result)} and ${right} show no difference`;
    return expected === 0 && toSettle === 0 && unexplained === 0 ? `${none}.` : `${none} in all: ${parts}`;
  }
  const side = variance > 0 ? 'above' : 'below';
  return `${measureTitle(left, result)} is ${money.text(Math.abs(variance))} ${side} ${right}: of this difference ${parts}`;
}

export function headlines(context: ReportContext): string[] {
  return GAPS.map((gap) => headline(gap, context));
}

/** "Period 2026-01 to 2026-06 · as of 2026-06-30 · EUR · entities: UK, DE" */
export function subtitle({ result, months }: ReportContext): string {
  const entities = result.entities.filter((entity) => entity !== '');
  return [
    `Period ${periodText(result.period)}${result.calendar.months.kind === 'calendar' ? '' : ` (${daysText(result.period, months)})`}`,
    `as of ${isoDay(result.asOf)}`,
    `amounts in ${result.currency}`,
    entities.length === 0 ? 'one entity' : `entities: ${entities.join(', ')}`,
  ].join(' · ');
}

/** "2025-12-28 to 2026-06-27" */
function daysText({ from, to }: ReportContext['result']['period'], { first, last }: ReportContext['months']): string {
  return `${isoDay(first(from))} to ${isoDay(last(to))}`;
}

export function periodText({ from, to }: ReportContext['result']['period']): string {
  return from === to ? isoMonth(from) : `${isoMonth(from)} to ${isoMonth(to)}`;
}

const DERIVED = 'Recognised is derived from the invoices, evenly over their service; no schedule gives it.';

/** What of a run fits the sheets. */
export interface Fit {
  /** Of the rows of `Variances`. */
  readonly grain: Grain;
  /** By sheet, how many hold its rows. */
  readonly parts: readonly { readonly name: string; readonly count: number }[];
}

/** What a reader should know before the figures: measures not provided, settings not used, rows summed or on further sheets, identities broken. */
export function messages(context: ReportContext, { grain, parts }: Fit): string[] {
  const { result, kept } = context;
  const missing = (['booked', 'invoiced', 'recognised', 'cash'] as const).filter((measure) => !result.provided[measure]);
  const broken = result.identities.filter(({ holds }) => !holds);
  return [
    ...missing.map((measure) => `${measureTitle(measure, result)}: ${NOT_PROVIDED}.`),
    ...(result.isDerived ? [DERIVED] : []),
    ...kept.refusedSettings.map(
      ({ key, setting, typed }) =>
        `Setting “${key === null ? setting : settingName(key)}”: “${typed}” is not allowed and was not used; see Definitions.`,
    ),
    ...decisionMessages(context),
    ...(grain === 'invoice' ? [] : [`There are more differences than a sheet holds: in Variances ${SUMMED_TO[grain]}.`]),
    ...parts
      .filter(({ count }) => count > 1)
      .map(({ name, count }) => `${name} has more rows than a sheet holds and goes on in ${furtherSheets(name, count)}.`),
    ...broken.map(({ name, failure }) => `A check of the calculation failed: ${name}. ${failure}`),
  ];
}
