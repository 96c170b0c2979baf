/** `Summary`: the run on one printed page. */

import type { ReportContext } from '../context';
import { BAND, HEAD, INK, QUIET } from '../palette';
import type { SheetPlan } from '../plan';
import { headerLooks, NOTE_LOOK, TITLE_LOOK } from '../tablePlan';
import type { VarianceRows } from '../varianceRows';
import { bridge } from './bridge';
import { byCertainty } from './certainty';
import { exceptionsByAge, exceptionsByFix, exceptionsByStatus } from './exceptionCounts';
import { headlines, messages, subtitle } from './headline';
import { BRIDGES, CHART_FIGURES, HEADLINES, LEFT, PRINTED, RIGHT, WIDTHS } from './places';
import { mostToSettle } from './ranking';
import { rollForward, signOff } from './rollForward';
import { EMPTY, together } from './section';
import type { Section } from './section';
import { tieOutTable } from './tieOutTable';
import { timingByMonth } from './timing';
import { totals } from './totals';
import { waterfall } from './waterfall';

/** Rows a chart covers at least, so that its labels can be read. */
const CHART_ROWS = 15;

export function summarySheet(context: ReportContext, variances: VarianceRows): SheetPlan {
  const upper = together(opening(context, variances), totals(context), rollForward(context), signOff(context));
  const first = bridgeWithChart(BRIDGES, CHART_FIGURES.row, 'Booked to invoiced to cash', ['BI', 'IC'], context);
  const secondRow = BRIDGES + first.height + 1;
  const second = bridgeWithChart(secondRow, CHART_FIGURES.row + 14, 'Invoiced to recognised', ['IR'], context);
  const lists = stacked(secondRow + second.height + 1, [
    (row) => together(timingByMonth({ row, column: LEFT }, context), exceptionsByStatus({ row, column: RIGHT }, context)),
    (row) =>
      together(
        mostToSettle(
          { row, column: LEFT },
          'Customers with most to settle',
          ({ customer }) => context.customerName(customer),
          context,
        ),
        exceptionsByFix({ row, column: RIGHT }, context),
      ),
    (row) =>
      together(
        mostToSettle({ row, column: LEFT }, 'Owners with most to settle', ({ owner }) => owner, context),
        exceptionsByAge({ row, column: RIGHT }, context),
      ),
    (row) => byCertainty({ row, column: LEFT }, context),
  ]);
  const tieOutRow = secondRow + second.height + 1 + lists.height + 1;
  const tieOut = tieOutTable(tieOutRow, context);
  const { blocks, looks, marks, charts, typed } = together(upper, first, second, lists);
  return {
    name: 'Summary',
    tabColor: HEAD,
    blocks: [...blocks, { row: tieOutRow - 1, column: 0, cells: [['Tie-out: every row read is used or left out']] }],
    looks: [
      ...looks,
      { row: tieOutRow - 1, column: 0, rows: 1, columns: 1, look: { bold: true, size: 12, color: HEAD } },
      ...headerLooks(tieOut),
    ],
    tables: [tieOut],
    widths: WIDTHS.map((width, column) => ({ column, width })),
    rowHeights: highest([upper, first, second, lists].flatMap(({ rowHeights }) => rowHeights)),
    freeze: { rows: 0, columns: 0 },
    marks,
    charts,
    typed,
    print: { orientation: 'Portrait', titleRows: null, tall: 1, columns: PRINTED, footer: 'Tieout · Summary' },
    gridlines: false,
  };
}

/** One height a row: the highest that anything beside it needs. */
function highest(heights: SheetPlan['rowHeights']): SheetPlan['rowHeights'] {
  const byRow = new Map<number, number>();
  for (const { row, points } of heights) byRow.set(row, Math.max(points, byRow.get(row) ?? 0));
  return [...byRow].map(([row, points]) => ({ row, points }));
}

function opening(context: ReportContext, variances: VarianceRows): Section {
  const sentences = headlines(context);
  const notes = messages(context, variances.isSummed);
  return {
    ...EMPTY,
    blocks: [
      { row: 0, column: 0, cells: [['Booked, invoiced, recognised and cash reconciled'], [subtitle(context)]] },
      { row: HEADLINES, column: 0, cells: [...sentences.map((sentence) => [sentence]), [notes.join(' ') || null]] },
    ],
    looks: [
      { row: 0, column: 0, rows: 1, columns: 1, look: TITLE_LOOK },
      { row: 1, column: 0, rows: 1, columns: 1, look: NOTE_LOOK },
      {
        row: HEADLINES,
        column: 0,
        rows: sentences.length,
        columns: PRINTED,
        look: { fill: BAND, color: INK, size: 12, bold: true },
      },
      { row: HEADLINES + sentences.length, column: 0, rows: 1, columns: 1, look: { color: QUIET, italic: true } },
    ],
  };
}

function bridgeWithChart(
  row: number,
  figuresRow: number,
  title: string,
  gaps: Parameters<typeof bridge>[2],
  context: ReportContext,
): Section {
  const table = bridge({ row, column: LEFT }, title, gaps, context);
  const height = Math.max(table.height, CHART_ROWS);
  const at = { top: row, left: RIGHT, bottom: row + CHART_ROWS - 1, right: PRINTED - 1 };
  const name = `Tieout ${title}`;
  return { ...together(table, waterfall(name, title, figuresRow, gaps, at, context)), height };
}

/** Sections one under another, a row apart. */
function stacked(row: number, sections: readonly ((row: number) => Section)[]): Section {
  let next = row;
  const placed = sections.map((section) => {
    const made = section(next);
    next += made.height + 1;
    return made;
  });
  return { ...together(...placed), height: next - row };
}
