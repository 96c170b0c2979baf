/** `Summary`: the run on one printed page. */

import type { Gap } from '../../domain/measure';
import type { Exception } from '../../domain/reconciliation';
import type { ReportContext } from '../context';
import { BAND, HEAD, INK, QUIET } from '../palette';
import type { LastRun } from '../../settings/lastRun';
import type { SheetPlan } from '../plan';
import { headerLooks, NOTE_LOOK, TITLE_LOOK } from '../tablePlan';
import { bridge } from './bridge';
import { byQuarter } from './byQuarter';
import { byCertainty } from './certainty';
import { exceptionsByAge, exceptionsByFix, exceptionsByStatus } from './exceptionCounts';
import { headlines, messages, subtitle } from './headline';
import type { Fit } from './headline';
import { BRIDGES, CHART_FIGURES, CHARTS, HEADLINES, LEFT, MIDDLE, PRINTED, RIGHT, TOTALS, widthsFor } from './places';
import { mostToSettle } from './ranking';
import { rollForward, signOff } from './rollForward';
import { EMPTY, together } from './section';
import type { Section } from './section';
import { exceptionsSince, movedSince, settingsSince } from './sinceLastRun';
import { tieOutTable } from './tieOutTable';
import { timingByMonth } from './timing';
import { totals } from './totals';
import { waterfall } from './waterfall';

const TO_CASH = 'Booked to invoiced to cash';
const TO_RECOGNISED = 'Invoiced to recognised';

/** Rows a chart covers at least, so that its labels can be read. */
const CHART_ROWS = 14;

export function summarySheet(context: ReportContext, fit: Fit, run: LastRun): SheetPlan {
  const upper = together(opening(context, fit), totals(context), rollForward(context), signOff(context));
  const bridges = stacked(BRIDGES, [
    (row) => bridge({ row, column: LEFT }, TO_CASH, ['BI', 'IC'], context),
    (row) => bridge({ row, column: LEFT }, TO_RECOGNISED, ['IR'], context),
  ]);
  const pictures = stacked(CHARTS, [
    (row) => picture(TO_CASH, row, CHART_FIGURES.row, ['BI', 'IC'], context),
    (row) => picture(TO_RECOGNISED, row, CHART_FIGURES.row + 14, ['IR'], context),
  ]);
  const lists = stacked(TOTALS, [
    (row) => mostToSettle({ row, column: RIGHT }, 'Customers with most to settle', customerOf(context), context),
    (row) => mostToSettle({ row, column: RIGHT }, 'Owners with most to settle', ({ owner }) => owner, context),
    (row) => exceptionsByStatus({ row, column: RIGHT }, context),
    (row) => movedSince({ row, column: RIGHT }, run, context),
    (row) => exceptionsSince({ row, column: RIGHT }, run, context),
    (row) => settingsSince({ row, column: RIGHT }, run),
    (row) => exceptionsByAge({ row, column: RIGHT }, context),
    (row) => exceptionsByFix({ row, column: RIGHT }, context),
    (row) => timingByMonth({ row, column: RIGHT }, context),
    (row) => byCertainty({ row, column: RIGHT }, context),
  ]);
  const quartersRow = Math.max(BRIDGES + bridges.height, CHARTS + pictures.height);
  const quarters = byQuarter({ row: quartersRow, column: LEFT }, context);
  // Below everything: a rerun copies what stands above the table.
  const tieOutRow = Math.max(quartersRow + quarters.height, TOTALS + lists.height) + 2;
  const tieOut = tieOutTable(tieOutRow, context);
  const sections = [upper, bridges, pictures, quarters, lists];
  const { blocks, looks, marks, charts, typed } = together(...sections);
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
    widths: widthsFor(context).map((width, column) => ({ column, width })),
    rowHeights: highest(sections.flatMap(({ rowHeights }) => rowHeights)),
    freeze: { rows: 0, columns: 0 },
    marks,
    charts,
    typed,
    print: { orientation: 'Landscape', titleRows: null, tall: 1, columns: PRINTED, footer: 'Tieout · Summary' },
    gridlines: false,
  };
}

/** One height a row: the highest that anything beside it needs. */
function highest(heights: SheetPlan['rowHeights']): SheetPlan['rowHeights'] {
  const byRow = new Map<number, number>();
  for (const { row, points } of heights) byRow.set(row, Math.max(points, byRow.get(row) ?? 0));
  return [...byRow].map(([row, points]) => ({ row, points }));
}

function opening(context: ReportContext, fit: Fit): Section {
  const sentences = headlines(context);
  const notes = messages(context, fit);
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

const customerOf =
  (context: ReportContext) =>
  ({ customer }: Exception): string =>
    context.customerName(customer);

/** A bridge's chart, in the middle panel beside its table. */
function picture(title: string, row: number, figuresRow: number, gaps: readonly Gap[], context: ReportContext): Section {
  const at = { top: row, left: MIDDLE, bottom: row + CHART_ROWS - 1, right: RIGHT - 2 };
  return { ...waterfall(`Tieout ${title}`, title, figuresRow, gaps, at, context), height: CHART_ROWS };
}

/** Sections one under another, a row apart. */
function stacked(row: number, sections: readonly ((row: number) => Section)[]): Section {
  let next = row;
  const placed = sections.map((section) => {
    const made = section(next);
    next += made.height === 0 ? 0 : made.height + 1;
    return made;
  });
  return { ...together(...placed), height: next - row };
}
