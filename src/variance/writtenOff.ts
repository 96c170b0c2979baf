/** Small differences that a person wrote off under a reason: they keep their amounts and lines, and say so. */

import type { Month } from '../domain/day';
import type { Exception, RollForward } from '../domain/reconciliation';
import { GAPS } from '../domain/measure';
import type { Gap } from '../domain/measure';
import { writtenOffReason } from '../settings/reviewWords';
import { catalogueCheck, checkItems, checkRollForward, pairsCheck } from './identities';
import type { VarianceResult } from './input';
import type { Item } from './item';
import { REASONS } from './reasons/catalogue';
import { closingByCode } from './rollForward';

type WrittenOff = Pick<VarianceResult, 'items' | 'rollForward' | 'identities'>;

const CODE = 'Q24';

/**
 * Gives the singles behind exceptions that are written off the code of a write-off. A pair keeps its reason: it nets to nothing by
 * itself.
 * @param exceptions after their life: one whose facts changed is no longer written off.
 */
export function withWrittenOff(result: WrittenOff, exceptions: readonly Exception[], period: { readonly to: Month }): WrittenOff {
  const reasons = new Map(
    exceptions.flatMap(({ key, status }) => {
      const reason = writtenOffReason(status);
      return reason === null ? [] : [[key, reason] as const];
    }),
  );
  if (reasons.size === 0) return result;
  const items = result.items.map((item) => {
    const reason = item.exceptionKey === null ? undefined : reasons.get(item.exceptionKey);
    return reason === undefined || item.form !== 'single' ? item : writtenOff(item, reason);
  });
  const rolls: Record<Gap, RollForward | null> = { ...result.rollForward };
  for (const gap of GAPS) {
    const roll = rolls[gap];
    if (roll !== null) rolls[gap] = { ...roll, closingByCode: closingByCode(gap, items, period.to) };
  }
  const again = [...checkItems(items, [pairsCheck(), catalogueCheck()]), checkRollForward(rolls)];
  return {
    items,
    rollForward: rolls,
    identities: result.identities.map((check) => again.find(({ name }) => name === check.name) ?? check),
  };
}

function writtenOff(item: Item, reason: string): Item {
  const { reasonClass, treatment } = REASONS[CODE];
  const kind = { gap: item.gap, form: item.form, code: CODE, reasonClass, treatment } as const;
  return item.explainedAs(kind, { certainty: 'stated', facts: { ...item.facts, reason } });
}
