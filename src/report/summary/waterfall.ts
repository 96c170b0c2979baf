/** A bridge as a picture: stacked columns on an invisible stand, over figures kept right of the page. */

import { GAP_SIDES } from '../../domain/measure';
import type { Gap, Measure } from '../../domain/measure';
import { CLASSES } from '../../domain/reconciliation';
import { cellAddress, columnOf } from '../a1';
import type { ReportContext } from '../context';
import { BELOW_ZERO_COLOUR, CLASS_COLOURS, QUIET, TOTAL_COLOUR } from '../palette';
import type { ChartPlan, PlannedCell } from '../plan';
import { VARIANCES } from '../tableNames';
import { measureTitle, NOT_PROVIDED } from '../wording';
import { CHART_FIGURES } from './places';
import { EMPTY } from './section';
import type { Section } from './section';
import { totalCell } from './totals';

/** Columns of the figures: what changes, where a column starts and ends, then the series. */
const FIGURES = ['Step', 'Change', 'Start', 'End', 'Stand', 'Total', ...CLASSES, 'Below zero'] as const;
type Figure = (typeof FIGURES)[number];

interface Bar {
  readonly label: string;
  readonly series: Exclude<Figure, 'Step' | 'Change' | 'Start' | 'End' | 'Stand' | 'Below zero'>;
  /** Null where the measure is not provided: an empty place with its word. */
  readonly change: string | null;
}

/**
 * Heights are formulas, so the picture follows the sheets. A column from `start` to `end` stands on the nearer of the two
 * to zero; what reaches below zero is drawn apart, since stacks grow away from zero on both sides.
 */
export function waterfall(
  name: string,
  title: string,
  firstRow: number,
  gaps: readonly Gap[],
  at: ChartPlan['at'],
  context: ReportContext,
): Section {
  const bars = barsOf(gaps, context);
  const { column } = CHART_FIGURES;
  const chart: ChartPlan = {
    name,
    title,
    altText: `${title}: each step's height is the net of its class of reasons; the figures stand in the table beside it.`,
    type: 'ColumnStacked',
    at,
    categories: { row: firstRow + 1, column, rows: bars.length },
    series: [
      { name: 'Stand', column: columnIndex('Stand'), color: 'none' },
      { name: 'Total', column: columnIndex('Total'), color: TOTAL_COLOUR },
      ...CLASSES.map((reasonClass) => ({
        name: reasonClass,
        column: columnIndex(reasonClass),
        color: CLASS_COLOURS[reasonClass],
      })),
      { name: 'Below zero', column: columnIndex('Below zero'), color: BELOW_ZERO_COLOUR },
    ],
    numberFormat: '#,##0',
  };
  return {
    ...EMPTY,
    height: bars.length + 1,
    blocks: [{ row: firstRow, column, cells: [FIGURES, ...bars.map((bar, index) => figuresOf(bar, firstRow + 1 + index))] }],
    looks: [
      {
        row: firstRow,
        column,
        rows: bars.length + 1,
        columns: FIGURES.length,
        look: { color: QUIET, numberFormat: context.money.format },
      },
    ],
    charts: [chart],
  };
}

const columnIndex = (figure: Figure): number => CHART_FIGURES.column + FIGURES.indexOf(figure);

function barsOf(gaps: readonly Gap[], { result, providedGaps, periodItems }: ReportContext): Bar[] {
  const named = new Set(periodItems.map(({ gap, reasonClass }) => `${gap} ${reasonClass}`));
  const total = (measure: Measure): Bar => {
    const isProvided = result.provided[measure];
    return {
      label: isProvided ? measureTitle(measure, result) : `${measureTitle(measure, result)}: ${NOT_PROVIDED}`,
      series: 'Total',
      change: isProvided ? totalCell(measure) : null,
    };
  };
  const of = (header: string): string => columnOf(VARIANCES, header);
  return gaps.flatMap((gap, index) => [
    ...(index === 0 ? [total(GAP_SIDES[gap].left)] : []),
    ...CLASSES.filter((reasonClass) => providedGaps.includes(gap) && named.has(`${gap} ${reasonClass}`)).map((series) => ({
      label: series,
      series,
      change: `-SUMIFS(${of('Amount')},${of('Gap')},"${gap}",${of('Class')},"${series}")`,
    })),
    total(GAP_SIDES[gap].right),
  ]);
}

function figuresOf({ label, series, change }: Bar, row: number): PlannedCell[] {
  const cell = (figure: Figure, of = row): string => cellAddress(of, columnIndex(figure));
  const [start, end] = [cell('Start'), cell('End')];
  const figures: Partial<Record<Figure, string>> =
    change === null
      ? {}
      : {
          Change: `=${change}`,
          Start: series === 'Total' ? '=0' : `=${cell('End', row - 1)}`,
          End: `=${start}+${cell('Change')}`,
          Stand: `=MAX(0,MIN(${start},${end}))+MIN(0,MAX(${start},${end}))`,
          [series]: `=MAX(0,MAX(${start},${end}))-MAX(0,MIN(${start},${end}))`,
          'Below zero': `=MIN(0,MIN(${start},${end}))-MIN(0,MAX(${start},${end}))`,
        };
  return FIGURES.map((figure) => {
    if (figure === 'Step') return label;
    const formula = figures[figure];
    return formula === undefined ? null : { formula };
  });
}
