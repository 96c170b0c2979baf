/** An explanation as it is read out when the selection changes: short, the rest is there to be read. */

import type { Explanation, ExceptionTold } from '../../../report/explain/explanation';
import type { Selection } from '../../../report/explain/selection';
import { nothingWords } from './nothingWords';
import { titleOf } from './titleOf';
import type { Explaining } from '../../explaining';
import type { Format } from '../../format';
import { cellText } from '../../reviewerCells';
import { texts } from '../../texts';

/** "" where nothing is explained. */
export function announced({ selection, explanation, waiting }: Explaining, format: Format): string {
  if (waiting === 'nothing') return `${texts.explain.waiting.nothing} ${texts.explain.nothingNext[selection?.on ?? 'other']}`;
  if (waiting !== null) return texts.explain.waiting[waiting];
  return selection === null || explanation === null ? '' : told(selection, explanation, format);
}

function told(selection: Selection, explanation: Explanation, format: Format): string {
  const { exceptions, kind, unknown } = explanation;
  const { title, subtitle } = titleOf(selection, explanation, format);
  const [exception] = exceptions.shown;
  const facts =
    kind === 'exceptions' && exceptions.all === 1 && exception !== undefined
      ? exceptionFacts(exception, selection, explanation, format)
      : kind === 'matches'
        ? matchFacts(explanation)
        : kind === 'source'
          ? rowFacts(explanation)
          : gapFacts(explanation, format);
  const parts = [title, subtitle, ...facts, unknown === 0 ? '' : texts.explain.unknown(unknown, format.count(unknown))];
  return parts.filter((part) => part !== '').join('; ');
}

function exceptionFacts(
  { gap, amount, status }: ExceptionTold,
  { cells }: Selection,
  { bridges, currency }: Explanation,
  format: Format,
): string[] {
  const title = bridges.find((bridge) => bridge.gap === gap)?.title ?? '';
  const now = Object.hasOwn(cells, 'Status') ? cellText('Status', cells['Status']).trim() : status;
  return [texts.engine(title), format.amountIn(amount, currency), texts.engine(now)];
}

function matchFacts({ matches }: Explanation): string[] {
  const [match] = matches.shown;
  return matches.all === 1 && match !== undefined ? [texts.review.states[match.state]] : [];
}

function rowFacts({ rows }: Explanation): string[] {
  const [row] = rows.shown;
  if (rows.all !== 1 || row === undefined) return [];
  const { became, causes, leftOut } = texts.explain;
  if (row.records.length === 0 && row.leftOut.length === 0) return [nothingWords(row.list)];
  return [
    ...row.records.map(({ what, name }) => became(texts.engine(what), name)),
    ...row.leftOut.map(({ cause }) => leftOut(causes[cause])),
  ];
}

function gapFacts({ bridges, currency, exceptions }: Explanation, format: Format): string[] {
  const gaps = bridges.map(
    ({ title, left, right }) => `${texts.engine(title)} ${format.amountIn(left.amount - right.amount, currency)}`,
  );
  return exceptions.all === 0 ? gaps : [...gaps, texts.explain.exceptionCount(exceptions.all, format.count(exceptions.all))];
}
