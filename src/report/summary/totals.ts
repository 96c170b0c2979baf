/** The four totals and the three differences, as formulas over `tblReconciliation`. */

import { GAPS, MEASURES } from '../../domain/measure';
import type { Gap, Measure } from '../../domain/measure';
import { cellAddress, columnOf } from '../a1';
import type { ReportContext } from '../context';
import type { PlannedCell } from '../plan';
import { expectedHeader, toSettleHeader } from '../gapHeaders';
import { RECONCILIATION, VARIANCES } from '../tableNames';
import { gapTitle, measureTitle, NOT_PROVIDED } from '../wording';
import { LEFT, MIDDLE, MIDDLE_LABEL, TOTALS, TOTALS_BODY } from './places';
import { listing, together } from './section';
import type { Section } from './section';

/** The cell of a measure's total on Summary. */
export function totalCell(measure: Measure): string {
  return cellAddress(TOTALS_BODY + MEASURES.indexOf(measure), LEFT + 1);
}

const sum =
  (context: ReportContext) =>
  (header: string): PlannedCell => ({
    formula: `=SUM(${context
      .tablesOf(RECONCILIATION)
      .map((table) => columnOf(table, header))
      .join(',')})`,
  });

export function totals(context: ReportContext): Section {
  const { result, money, providedGaps } = context;
  const summed = sum(context);
  const amount = { numberFormat: money.format, align: 'Right' } as const;
  const measures = listing(
    { row: TOTALS, column: LEFT },
    {
      title: 'Totals of the period',
      header: ['Measure', 'Amount'],
      rows: MEASURES.map((measure) => ({
        cells: [measureTitle(measure, result), result.provided[measure] ? summed(measureTitle(measure, result)) : NOT_PROVIDED],
      })),
      formats: [{}, amount],
    },
  );
  const gaps = listing(
    { row: TOTALS, column: MIDDLE, labelColumns: MIDDLE_LABEL },
    {
      title: 'Differences',
      header: ['Difference', 'Amount', 'Expected', 'To settle', 'Unexplained'],
      rows: [
        ...GAPS.map((gap) => ({
          cells: providedGaps.includes(gap)
            ? [gapTitle(gap), summed(gapTitle(gap)), summed(expectedHeader(gap)), summed(toSettleHeader(gap)), unexplained(gap)]
            : [gapTitle(gap), NOT_PROVIDED, NOT_PROVIDED, NOT_PROVIDED, NOT_PROVIDED],
        })),
        { cells: ['Lines that do not add up', linesNotAddingUp(context)], isTotal: true },
        { cells: ['Checks of the calculation', identitiesText(context)] },
      ],
      formats: [{}, amount, amount, amount, amount],
    },
  );
  const figure = { column: MIDDLE + MIDDLE_LABEL, rows: 1, columns: 1 } as const;
  const words = { ...figure, row: TOTALS_BODY + GAPS.length + 1, look: { align: 'Left', indent: 1 } } as const;
  const count = { ...figure, row: TOTALS_BODY + GAPS.length, look: { numberFormat: '0' } };
  return { ...together(measures, gaps), looks: [...measures.looks, ...gaps.looks, count, words] };
}

function unexplained(gap: Gap): PlannedCell {
  const of = (header: string): string => columnOf(VARIANCES, header);
  return { formula: `=SUMIFS(${of('Amount')},${of('Gap')},"${gap}",${of('Class')},"Unexplained")` };
}

/** Counts lines whose difference is not expected + to settle, over the differences that are provided. */
function linesNotAddingUp({ providedGaps, money, tablesOf }: ReportContext): PlannedCell {
  if (providedGaps.length === 0) return NOT_PROVIDED;
  const counts = tablesOf(RECONCILIATION).map((table) => {
    const of = (header: string): string => columnOf(table, header);
    const off = providedGaps.map(
      // Times 1, since to Excel a truth value alone is greater than any number.
      (gap) => `(ABS(${of(gapTitle(gap))}-${of(expectedHeader(gap))}-${of(toSettleHeader(gap))})>${money.half})*1`,
    );
    return `SUMPRODUCT(--((${off.join('+')})>0))`;
  });
  return { formula: `=${counts.join('+')}` };
}

function identitiesText({ result }: ReportContext): string {
  const held = result.identities.filter(({ holds }) => holds).length;
  const sums = result.identities.reduce((total, { checked }) => total + checked, 0);
  return `${held} of ${result.identities.length} hold (${sums} sums compared)`;
}
