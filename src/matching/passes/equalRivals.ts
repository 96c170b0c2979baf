/** Other invoices of the same amount that a payment may mean as well: paid by then or not, unless a payment named them. */

import type { Evidence } from '../../domain/link';
import type { Minor } from '../../domain/money';
import type { Invoice, Receipt } from '../numbered';
import { gross } from '../allocation';
import type { Block } from '../blocks';
import type { Desk } from '../desk';
import { groupBy } from '../groupBy';
import { label } from '../label';
import { evidence } from '../matchWeight';
import { isTimely } from '../payable';

const KIND = 'invoice-receipt';

interface Rivalry {
  readonly evidence: readonly Evidence[];
  readonly runnerUp: string;
}

const NONE: Rivalry = { evidence: [], runnerUp: '' };

/** What speaks against an invoice that receipts would pay because another, none of those they pay with it, is just as large. */
export type RivalOf = (invoice: Invoice, receipts: readonly Receipt[], together?: ReadonlySet<Invoice>) => Rivalry;

export function equalRivals(desk: Desk, block: Block): RivalOf {
  let byAmount: ReadonlyMap<Minor, readonly Invoice[]> | undefined;
  return (invoice, receipts, together) => {
    byAmount ??= groupBy(block.invoices, gross);
    const rival = (byAmount.get(gross(invoice)) ?? []).find(
      (other) =>
        other !== invoice &&
        together?.has(other) !== true &&
        receipts.every((receipt) => isTimely(desk, other, receipt)) &&
        !desk.linksOf(KIND, other).some(({ link }) => link.certainty === 'stated'),
    );
    if (rival === undefined) return NONE;
    const against = evidence('date', 'another invoice of the amount may be meant', -4);
    return { evidence: [against], runnerUp: `${label(rival)}: of the same amount, due about then too` };
  };
}
