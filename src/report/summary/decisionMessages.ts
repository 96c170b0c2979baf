/** Decisions that do not hold as they were typed. */

import type { DecisionFault } from '../../domain/link';
import { writtenAmount } from '../../domain/money';
import type { Alias } from '../../settings/decisions';
import type { ReportContext } from '../context';
import { keyWords } from '../matchRows';

const MOST_TOLD = 5;

/** A sentence for each of the first few, and how many more there are. */
export function decisionMessages(context: ReportContext): string[] {
  const faults = context.result.decisionFaults;
  const rest = faults.length - MOST_TOLD;
  return [
    ...faults.slice(0, MOST_TOLD).map((fault) => sentence(fault, context)),
    ...unfinished(context.kept.decisions.aliases),
    ...(rest === 1 ? ['1 more decision does not hold as it was typed; see Matches.'] : []),
    ...(rest > 1 ? [`${String(rest)} more decisions do not hold as they were typed; see Matches.`] : []),
  ];
}

/** Aliases with a blank name. */
function unfinished(aliases: readonly Alias[]): string[] {
  const open = aliases.filter(({ from, to }) => from === '' || to === '');
  const rest = open.length - MOST_TOLD;
  return [
    ...open.slice(0, MOST_TOLD).map(({ from, to }) => {
      if (from === to) return 'An alias has no names and is not used; see Definitions.';
      return to === ''
        ? `The alias from ${from} has no name under To and is not used; see Definitions.`
        : `The alias to ${to} has no name under From and is not used; see Definitions.`;
    }),
    ...(rest > 0 ? [`Further unfinished aliases that are not used: ${String(rest)}; see Definitions.`] : []),
  ];
}

function sentence({ code, decision, by, amounts }: DecisionFault, context: ReportContext): string {
  const shown = decisionWords(decision, context);
  if (code === 'circular') return `The ${shown} leads back to itself and is not used; see Definitions.`;
  if (amounts !== undefined) {
    const [asked, carried] = [amounts.asked, amounts.carried].map((amount) => writtenAmount(amount, amounts.currency));
    const open =
      amounts.carried === 0 ? 'none of it is open on both sides' : `${String(carried)} is open on both sides and was taken`;
    return `The ${shown} asks for ${String(asked)} ${amounts.currency}; ${open}.`;
  }
  if (code === 'nothing open') return `The ${shown} is not used: nothing is open on both sides.`;
  if (code === 'currency') return `The ${shown} names another currency than the document’s; what is open was taken.`;
  if (by === decision) return `The ${shown} was typed in two ways; the last one holds.`;
  const instead = by === '' ? 'later ones say otherwise' : `the ${decisionWords(by, context)} holds instead`;
  return `The ${shown} does not hold: ${instead}.`;
}

/** "decision on D-1 – INV-1", "alias from ACME to Acme Ltd". */
function decisionWords(decision: string, context: ReportContext): string {
  const [kind, from = '', to = ''] = decision.split('|');
  return kind === 'alias' ? `alias from ${from} to ${to}` : `decision on ${keyWords(decision, context)}`;
}
