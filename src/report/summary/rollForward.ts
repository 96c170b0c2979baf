/** opening + additions − reductions = closing for each gap, what the closing balance is made of, and the tie to the ledger. */

import { GAP_SIDES, GAPS } from '../../domain/measure';
import type { Gap } from '../../domain/measure';
import { cellAddress } from '../a1';
import type { ReportContext } from '../context';
import { classMarksOf, INK, RULE, TYPED } from '../palette';
import type { PlannedCell, TypedCellPlan } from '../plan';
import { classAndReason } from '../reasonWords';
import { gapTitle, gapWords, NOT_PROVIDED } from '../wording';
import { CLOSING_REASONS, LEFT, MIDDLE, MIDDLE_LABEL, ROLL_FORWARD, SIGN_OFF } from './places';
import { listing, together } from './section';
import type { Section } from './section';
import { totalCell } from './totals';

const ROWS = ['Opening', 'Additions', 'Reductions', 'Closing', 'In the ledger', 'Difference to the ledger'] as const;
const at = (row: (typeof ROWS)[number], gap: Gap): string =>
  cellAddress(ROLL_FORWARD + 2 + ROWS.indexOf(row), LEFT + 1 + GAPS.indexOf(gap));

/** What the gaps are called in a ledger, in their order. */
const LEDGER_BALANCES = 'Ledger: unbilled, deferred, receivable';

const ledgerLabel = (gap: Gap): string => `In the ledger: ${gapWords(gap)}`;

/** Labels of the cells for the ledger's balances. */
export const LEDGER_LABELS: ReadonlySet<string> = new Set(GAPS.map(ledgerLabel));

export function rollForward(context: ReportContext): Section {
  const { result, kept, money } = context;
  const amount = { numberFormat: money.format, align: 'Right' } as const;
  const cells = (row: (typeof ROWS)[number], cell: (gap: Gap, opening: number) => PlannedCell): PlannedCell[] => [
    row,
    ...GAPS.map((gap) => {
      const roll = result.rollForward[gap];
      return roll === null ? NOT_PROVIDED : cell(gap, roll.opening);
    }),
  ];
  const typed: TypedCellPlan[] = GAPS.map((gap, index) => ({
    label: ledgerLabel(gap),
    row: ROLL_FORWARD + 2 + ROWS.indexOf('In the ledger'),
    column: LEFT + 1 + index,
  }));
  const balances = listing(
    { row: ROLL_FORWARD, column: LEFT },
    {
      title: 'Roll-forward and tie to the ledger',
      header: ['Balance', ...GAPS.map(gapTitle)],
      rows: [
        { cells: cells('Opening', (_, opening) => money.cell(opening)) },
        { cells: cells('Additions', (gap) => ({ formula: `=${totalCell(GAP_SIDES[gap].left)}` })) },
        { cells: cells('Reductions', (gap) => ({ formula: `=-${totalCell(GAP_SIDES[gap].right)}` })) },
        {
          cells: cells('Closing', (gap) => ({ formula: `=SUM(${at('Opening', gap)}:${at('Reductions', gap)})` })),
          isTotal: true,
        },
        {
          cells: [LEDGER_BALANCES, ...GAPS.map((gap) => kept.typed[ledgerLabel(gap)] ?? null)],
        },
        {
          cells: cells('Difference to the ledger', (gap) => ({
            formula: differenceTo(at('In the ledger', gap), at('Closing', gap)),
          })),
        },
      ],
      formats: [{}, amount, amount, amount],
    },
  );
  const ground = {
    row: ROLL_FORWARD + 2 + ROWS.indexOf('In the ledger'),
    column: LEFT + 1,
    rows: 1,
    columns: GAPS.length,
    look: { fill: TYPED },
  };
  const parts = together(balances, closing(context));
  return { ...parts, looks: [...parts.looks, ground], typed };
}

/** A balance that is a text, as one typed in another language's writing, is said to be none. */
function differenceTo(ledger: string, closing: string): string {
  return `=IF(ISNUMBER(${ledger}),${closing}-${ledger},IF(${ledger}="","","not a number"))`;
}

/** The closing balances by reason, the largest first; what does not fit is one row. */
function closing({ result, money, periodItems }: ReportContext): Section {
  const classes = new Map(result.items.map(({ code, reasonClass }) => [code, reasonClass]));
  for (const { code, reasonClass } of periodItems) classes.set(code, reasonClass);
  const codes = new Map<string, number[]>();
  GAPS.forEach((gap, index) => {
    for (const [code, minor] of result.rollForward[gap]?.closingByCode ?? []) {
      if (minor === 0) continue;
      const amounts = codes.get(code) ?? GAPS.map(() => 0);
      amounts[index] = (amounts[index] ?? 0) + minor;
      codes.set(code, amounts);
    }
  });
  const size = (amounts: readonly number[]): number => amounts.reduce((total, minor) => total + Math.abs(minor), 0);
  const sorted = [...codes].sort(([a, x], [b, y]) => size(y) - size(x) || (a < b ? -1 : 1));
  const shown = sorted.length > CLOSING_REASONS ? sorted.slice(0, CLOSING_REASONS - 1) : sorted;
  const rest = sorted.slice(shown.length).map(([, amounts]) => amounts);
  const cell = (minor: number, gap: Gap): PlannedCell => (result.rollForward[gap] === null ? NOT_PROVIDED : money.cell(minor));
  const rows = shown.map(([code, amounts]) => ({
    cells: [
      classAndReason(classes.get(code) ?? 'Unexplained', code),
      ...GAPS.map((gap, index) => cell(amounts[index] ?? 0, gap)),
    ],
  }));
  if (rest.length > 0) {
    const sums = GAPS.map((gap, index) =>
      cell(
        rest.reduce((total, amounts) => total + (amounts[index] ?? 0), 0),
        gap,
      ),
    );
    rows.push({ cells: [`Other reasons (${rest.length})`, ...sums] });
  }
  const amount = { numberFormat: money.format, align: 'Right' } as const;
  const section = listing(
    { row: ROLL_FORWARD, column: MIDDLE, labelColumns: MIDDLE_LABEL },
    {
      title: 'Closing balance by reason',
      header: ['Reason', ...GAPS.map(gapTitle)],
      rows,
      formats: [{}, amount, amount, amount],
    },
  );
  return {
    ...section,
    marks: classMarksOf(`$${cellAddress(ROLL_FORWARD + 2, MIDDLE)}`).map((mark) => ({
      row: ROLL_FORWARD + 2,
      column: MIDDLE,
      rows: CLOSING_REASONS,
      columns: MIDDLE_LABEL,
      mark,
    })),
  };
}

/** Label of the cell for the day of the sign-off. */
export const SIGNED_ON = 'Date';

const SIGNED = ['Prepared by', 'Reviewed by', SIGNED_ON] as const;

/** Cells for names and a date, filled in by hand. */
export function signOff({ kept }: ReportContext): Section {
  return {
    ...together(),
    height: SIGNED.length,
    blocks: [{ row: SIGN_OFF, column: LEFT, cells: SIGNED.map((label) => [label, kept.typed[label] ?? null]) }],
    looks: [
      { row: SIGN_OFF, column: LEFT, rows: SIGNED.length, columns: 1, look: { color: INK } },
      {
        row: SIGN_OFF,
        column: LEFT + 1,
        rows: SIGNED.length,
        columns: 1,
        look: { fill: TYPED, borderBottom: RULE, align: 'Left' },
      },
      { row: SIGN_OFF + SIGNED.length - 1, column: LEFT + 1, rows: 1, columns: 1, look: { numberFormat: 'yyyy-mm-dd' } },
    ],
    typed: SIGNED.map((label, index) => ({ label, row: SIGN_OFF + index, column: LEFT + 1 })),
  };
}
