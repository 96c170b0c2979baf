/** A made-up workbook and its understanding, small enough to read, for tests of the pane. */

import type { SourceGrid } from '../../../src/domain/grid';
import type { SettingUsed } from '../../../src/domain/reconciliation';
import type { Role } from '../../../src/domain/record';
import type { ReportPlan, ReviewMatch, ReviewPlan, ReviewSide, SheetPlan, TablePlan } from '../../../src/report/plan';
import { SETTINGS } from '../../../src/settings/definitions';
import type { Inspection, Question, SourceInspection } from '../../../src/settings/inspection';
import type { Field, SourceMapping } from '../../../src/settings/mapping';
import type { Kept } from '../../../src/taskpane/ports';

export function grid(sheet: string, values: SourceGrid['values'] = [['Id']]): SourceGrid {
  return { sheet, table: null, top: 0, left: 0, values, formatSamples: [], hiddenRows: 0 };
}

/** `"Deals deals: Deal ID=id, Account=customer, Amount=amount"`: a sheet, its role, its columns and their fields. */
export function source(text: string, index: number, questions: readonly Question[] = []): SourceInspection {
  const [head = '', list = ''] = text.split(': ');
  const [sheet = '', role = ''] = head.split(' ');
  const pairs = list.split(', ').map((pair) => pair.split('=') as [string, Field | undefined]);
  const columns = pairs.flatMap(([header, field], column) =>
    field === undefined ? [] : [{ field, column, confidence: 0.95, reason: `header “${header}”` }],
  );
  const mapping: SourceMapping = {
    sheet,
    table: null,
    role: role as Role,
    block: 0,
    headerRow: 0,
    headerRows: 1,
    grain: null,
    scale: 1,
    firstMonth: null,
    revenueAccount: null,
    columns: Object.fromEntries(columns.map(({ field, column }) => [field, column])),
    monthColumns: [],
    dateOrder: null,
    decimal: null,
    currency: null,
    fingerprint: sheet,
  };
  return {
    grid: index,
    sheet,
    table: null,
    block: 0,
    area: 'A1:G1241',
    headerAt: [1],
    grain: 'row',
    isBankList: false,
    headings: [],
    zone: null,
    counts: {
      used: 1200,
      leftOut: [
        { cause: 'not-won', rows: 38 },
        { cause: 'unreadable', rows: 2 },
      ],
    },
    role: role as Role,
    roleConfidence: 0.9,
    roleReason: `its columns are those of ${role}`,
    mapping,
    headers: pairs.map(([header]) => header),
    fields: ['id', 'customer', 'owner', 'amount', 'net', 'tax', 'date', 'stage', 'reference', 'month', 'text'],
    columns,
    preview: [
      {
        source: { sheet, row: 2 },
        fields: Object.fromEntries(
          columns.map(({ field, column }) => [
            field,
            { value: `${field} of row 2`, cell: `cell of ${field}`, address: `${String.fromCharCode(65 + column)}2` },
          ]),
        ),
      },
    ],
    rows: 1240,
    hiddenRows: index === 1 ? 12 : 0,
    questions,
  };
}

export const SOURCES = [
  'Deals deals: Deal ID=id, Account Name=customer, Owner=owner, Amount=amount, Close Date=date, Stage=stage, Notes',
  'Invoices invoices: Invoice No=id, Customer=customer, Net=net, VAT=tax, Date=date, Deal=reference',
  'Schedule schedule: Invoice=reference, Month=month, Revenue=amount',
] as const;

export const DATE_ORDER: Question = {
  id: 'dateOrder',
  sheet: 'Invoices',
  text: 'Is 03/04/2026 the 3rd of April or the 4th of March?',
  choices: [
    { value: 'dmy', label: '3 April: day first' },
    { value: 'mdy', label: 'March 4: month first' },
  ],
  suggestion: 'dmy',
};

export function inspection(questions: readonly Question[] = []): Inspection {
  return {
    sources: SOURCES.map((text, index) =>
      source(
        text,
        index,
        questions.filter(({ sheet }) => text.startsWith(`${sheet ?? ''} `)),
      ),
    ),
    questions: questions.filter(({ sheet }) => sheet === null),
    obstacles: [],
  };
}

export const KEPT: Kept = {
  definitions: {},
  reasons: {},
  refusedSettings: [],
  decisions: { aliases: [], links: [] },
  mappings: [],
  previous: [],
  typed: {},
  lastRun: null,
  sample: [],
};

const FOUND: Readonly<Partial<Record<string, readonly [value: string | number, used: string | number, why: string]>>> = {
  periodFrom: ['2026-01', '2026-01', 'the first month with data'],
  periodTo: ['auto', '2026-03', 'auto: the last whole month at as-of'],
  asOf: ['auto', '2026-04-30', 'auto: the latest invoice, credit or receipt'],
  wonStages: ['Closed Won', 'Closed Won', 'stages that mean won'],
  currency: ['EUR', 'EUR', 'the currency of most invoiced amount'],
  materiality: [2000, 2000, '0.5 % of the larger of booked and invoiced in the period, one significant figure'],
};

export const SETTINGS_USED: readonly SettingUsed[] = Object.entries(SETTINGS).map(([key, { fallback }]) => {
  const [value, used, why] = FOUND[key] ?? [fallback ?? '', fallback ?? '', 'default'];
  return { key, value, used, why };
});

function table(name: string, headers: readonly string[], rows: TablePlan['rows']): TablePlan {
  return {
    name,
    row: 3,
    column: 0,
    columns: headers.map((header) => ({ header, kind: 'text', look: {}, width: 10 })),
    rows,
    key: [],
    links: [],
    style: 'TableStyleLight1',
  };
}

function sheet(name: string, tables: readonly TablePlan[] = []): SheetPlan {
  return {
    name,
    tabColor: '#0B5368',
    blocks: [],
    looks: [],
    tables,
    widths: [],
    rowHeights: [],
    freeze: { rows: 1, columns: 0 },
    marks: [],
    typed: [],
    charts: [],
    print: { orientation: 'Landscape', titleRows: null, tall: 0, columns: null, footer: '' },
    gridlines: true,
  };
}

function side(text: string, extra: Partial<ReviewSide> = {}): ReviewSide {
  const [name = '', what = '', party = '', day = '', amount = ''] = text.split(' | ');
  return {
    name,
    what,
    party,
    day,
    amounts: amount === '' ? [] : [{ minor: Number(amount), currency: 'EUR' }],
    documents: 0,
    text: '',
    source: { sheet: `${what}s`, address: 'A7' },
    ...extra,
  };
}

const EQUAL = { comparison: 'amount', level: 'equal', weight: 8 };

function reviewMatch(key: string, state: ReviewMatch['state'], probability: number, extra: Partial<ReviewMatch>): ReviewMatch {
  return {
    key,
    state,
    kind: 'Deal–invoice',
    isCustomer: false,
    customer: 'Alder GmbH',
    left: side('D-1 | Deal | Alder GmbH | 2026-03-01 | 120000'),
    right: side('INV-1 | Invoice | Alder GmbH | 2026-03-05 | 120000'),
    pass: 'exact amount',
    probability,
    evidence: [EQUAL],
    prior: -4,
    runnerUp: '',
    isDecided: false,
    ...extra,
  };
}

/** Four matches that wait, one of them a name; one that is sure, one refused; an invoice without a deal; a receipt that fits two. */
const REVIEW: ReviewPlan = {
  counts: { suggested: 4, matched: 1, refused: 1, unmatched: 1, ambiguous: 2 },
  matches: [
    reviewMatch('m1', 'suggested', 0.88, {
      left: side('D-7 | Deal | Birch Ltd | 2026-03-01 | 120000', { text: 'Licences' }),
      right: side('INV-12 | Invoice | Birch Limited | 2026-03-15 | 119400', { text: 'PO-7' }),
      pass: 'within tolerance',
      evidence: [EQUAL, { comparison: 'customer', level: 'another', weight: -5 }],
      prior: -0.1,
      runnerUp: 'D-8: 3 days later',
    }),
    reviewMatch('m2', 'suggested', 0.8, {
      left: side('D-9 | Deal | Alder GmbH | 2026-03-01 | 50000'),
      right: side('INV-14 | Invoice | Alder GmbH | 2026-03-15 | 50100'),
      pass: 'within tolerance',
    }),
    reviewMatch('m3', 'suggested', 0.7, {
      kind: 'Customer',
      isCustomer: true,
      left: side('Birch Limited | Deals', { documents: 3 }),
      right: side('Birch Ltd | Invoices', { documents: 1 }),
      pass: 'name',
    }),
    reviewMatch('m4', 'suggested', 0.6, {
      left: side('D-11 | Deal | Alder GmbH | 2026-03-01 | 70000'),
      right: side('INV-16 | Invoice | Alder GmbH | 2026-03-15 | 70100'),
      pass: 'within tolerance',
    }),
    reviewMatch('m5', 'matched', 0.9995, {}),
    reviewMatch('m6', 'refused', 0.992, { left: side('D-2 | Deal'), right: side('INV-9 | Invoice'), isDecided: true }),
    reviewMatch('m7', 'unmatched', 0.004, {
      left: side('D-3 | Deal'),
      right: side('INV-19 | Invoice'),
      runnerUp: 'against it: amount: 20 % less',
    }),
  ],
  choices: [
    {
      anchor: 'receipt.R-8',
      state: 'ambiguous',
      kind: 'Invoice–receipt',
      pass: 'exact amount',
      why: 'equal amounts, one day apart',
      side: side('R-8 | Receipt | Alder GmbH | 2026-04-01 | 50000'),
      candidates: [
        { keys: ['c1'], sides: [side('INV-3 | Invoice | Alder GmbH | 2026-02-01 | 50000')] },
        { keys: ['c2', 'c3'], sides: [side('INV-4 | Invoice'), side('INV-5 | Invoice')] },
      ],
    },
  ],
  choiceCount: 1,
  alike: [
    {
      kind: 'Deal–invoice',
      pass: 'within tolerance',
      members: [
        { key: 'm1', probability: 0.88, amount: { minor: 119400, currency: 'EUR' } },
        { key: 'm2', probability: 0.8, amount: { minor: 50100, currency: 'EUR' } },
        { key: 'm4', probability: 0.6, amount: { minor: 70100, currency: 'USD' } },
      ],
    },
    { kind: 'Customer', pass: 'name', members: [{ key: 'm3', probability: 0.7, amount: null }] },
  ],
};

export const PLAN: ReportPlan = {
  review: REVIEW,
  sheets: [
    sheet('Summary'),
    sheet('Reconciliation', [table('tblReconciliation', ['Customer'], [['Alder GmbH'], ['Birch Ltd']])]),
    sheet('Variances', [table('tblVariances', ['Line key'], [])]),
    sheet('Exceptions', [table('tblExceptions', ['Exception key'], [])]),
    sheet('Matches', [table('tblMatches', ['Match key'], [])]),
    sheet('Left out', [table('tblLeftOut', ['Source'], [])]),
    sheet('Definitions', [table('tblDefinitions', ['Section'], [])]),
  ],
  digest: {
    currency: 'EUR',
    period: '2026-01 to 2026-03',
    asOf: '2026-04-30',
    totals: [
      { measure: 'Booked', amount: 41250000 },
      { measure: 'Invoiced', amount: 38012345 },
      { measure: 'Recognised', amount: 21000000 },
      { measure: 'Cash', amount: null },
    ],
    gaps: [
      {
        gap: 'BI',
        title: 'Booked less invoiced',
        headline: '',
        variance: 3237655,
        expected: 3000000,
        toSettle: 237655,
        unexplained: 0,
        byClass: [
          { reasonClass: 'Definition', net: -100000, gross: 100000, count: 2 },
          { reasonClass: 'Timing', net: 3100000, gross: 3300000, count: 14 },
          { reasonClass: 'Data quality', net: 237655, gross: 437655, count: 5 },
          { reasonClass: 'Unexplained', net: 0, gross: 0, count: 0 },
        ],
      },
      {
        gap: 'IR',
        title: 'Invoiced less recognised',
        headline: '',
        variance: 17012345,
        expected: 17012345,
        toSettle: 0,
        unexplained: 0,
        byClass: [{ reasonClass: 'Timing', net: 17012345, gross: 17012345, count: 24 }],
      },
      {
        gap: 'IC',
        title: 'Invoiced less cash',
        headline: '',
        variance: null,
        expected: 0,
        toSettle: 0,
        unexplained: 0,
        byClass: [],
      },
    ],
    exceptions: [
      { priority: 'High', count: 1, amount: 200000 },
      { priority: 'Medium', count: 0, amount: 0 },
      { priority: 'Low', count: 3, amount: 37655 },
    ],
    exceptionsByClass: [
      { reasonClass: 'Timing', count: 1, amount: 37655 },
      { reasonClass: 'Data quality', count: 3, amount: 200000 },
    ],
    lines: 48,
    items: 45,
    leftOut: 17,
    identitiesHold: true,
    tieOut: [],
    changes: [],
    messages: ['Cash is not provided: no sheet holds receipts.'],
  },
  run: {
    version: 1,
    facts: { period: '2026-01 to 2026-03', asOf: '2026-04-30', currency: 'EUR', gaps: {}, settings: {} },
    changes: null,
    log: [],
  },
};
