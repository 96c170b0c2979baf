/** A small invented company's first half-year: every usual reason for a difference once, worked out by hand in its test. */

import { DATE, MONEY, on, TEXT } from './sheet';
import type { SampleCell, SampleSheet } from './sheet';

const deal = (
  id: string,
  name: string,
  account: string,
  amount: number,
  close: string,
  stage: string,
  owner: string | null,
  start: string | null = null,
  end: string | null = null,
): SampleCell[] => [
  id,
  name,
  account,
  amount,
  'EUR',
  on(close),
  stage,
  owner,
  start === null ? null : on(start),
  end === null ? null : on(end),
];

const WON = 'Closed Won';

const deals: SampleCell[][] = [
  [
    'Deal ID',
    'Deal Name',
    'Account Name',
    'Amount',
    'Currency',
    'Close Date',
    'Stage',
    'Deal Owner',
    'Contract Start',
    'Contract End',
  ],
  deal(
    'D-1001',
    'Brightwater rollout',
    'Brightwater Foods',
    12_000,
    '2026-03-18',
    WON,
    'Alice Moreau',
    '2026-04-01',
    '2026-09-30',
  ),
  deal('D-1002', 'Calder onboarding', 'Calder & Finch', 8_000, '2026-01-15', WON, 'Ben Okafor'),
  deal('D-1003', 'Norvik routing', 'Norvik Logistics AS', 5_400, '2026-02-10', WON, 'Alice Moreau'),
  deal('D-1004', 'Halden calibration', 'Halden Instruments', 12_000, '2026-02-03', WON, 'Chloe Brandt'),
  deal('D-1005', 'Ostara intake', 'Ostara Health', 2_500, '2026-03-09', WON, 'Ben Okafor'),
  deal('D-1006', 'Ostara records', 'Ostara Health', 3_500, '2026-03-20', WON, 'Chloe Brandt'),
  deal('D-1007', 'Pellworth pilot', 'Pellworth Group', 10_000, '2026-01-22', WON, 'Chloe Brandt'),
  deal('D-1008', 'Tamsin stores', 'Tamsin Retail', 7_200, '2026-02-18', WON, 'Alice Moreau'),
  deal('D-1009', 'Quarry Lane site', 'Quarry Lane Studios', 3_600, '2026-04-14', WON, null),
  deal('D-1010', 'Verdane metering', 'Verdane Energy', 4_800, '2026-01-20', WON, 'Ben Okafor'),
  deal('D-1011', 'Wexcombe group', 'Wexcombe Hotels', 15_000, '2026-06-24', WON, 'Chloe Brandt'),
  deal('D-1012', 'Lindqvist fleet', 'Lindqvist Marine', 9_000, '2026-05-12', WON, 'Alice Moreau'),
  deal('D-1013', 'Marlow archive', 'Marlow Press', 2_200, '2026-05-05', WON, 'Ben Okafor'),
  deal('D-1014', 'Ferrow platform', 'Ferrow Analytics', 24_000, '2026-01-28', WON, 'Chloe Brandt', '2026-02-01', '2027-01-31'),
  deal('D-1015', 'Ostara pharmacy', 'Ostara Health', 6_400, '2026-04-02', 'Closed Lost', 'Ben Okafor'),
  deal('D-1016', 'Halden service', 'Halden Instruments', 5_000, '2026-07-31', 'Proposal', 'Chloe Brandt'),
  deal('D-1017', 'Tamsin stores (copy)', 'Tamsin Retail', 7_200, '2026-02-20', WON, 'Alice Moreau'),
  deal('D-1018', 'Sable Ridge survey', 'Sable Ridge', 1_250, '2026-03-04', WON, 'Alice Moreau'),
];

const document = (
  number: string,
  type: string,
  customer: string,
  date: string,
  due: string | null,
  reference: string | null,
  net: number,
  vat: number,
  status: string,
  appliesTo: string | null = null,
): SampleCell[] => [
  number,
  type,
  customer,
  on(date),
  due === null ? null : on(due),
  reference,
  net,
  vat,
  net + vat,
  'EUR',
  status,
  appliesTo,
];

const documents: SampleCell[][] = [
  document('SI-2001', 'Invoice', 'Calder & Finch', '2026-01-28', '2026-02-27', 'D-1002', 9_000, 1_800, 'Paid'),
  document('SI-2002', 'Invoice', 'Pellworth Group plc', '2026-01-30', '2026-03-01', 'D-1007', 10_000, 2_000, 'Paid'),
  document('SI-2003', 'Invoice', 'NORVIK LOGISTICS', '2026-02-20', '2026-03-22', null, 5_400, 0, 'Paid'),
  document('SI-2004', 'Invoice', 'Halden Instruments Ltd', '2026-02-26', '2026-03-28', 'D-1004', 4_000, 800, 'Paid'),
  document('SI-2005', 'Invoice', 'Tamsin Retail', '2026-02-27', '2026-03-29', 'D-1008', 7_200, 1_440, 'Credited'),
  document('SI-2006', 'Invoice', 'Halden Instruments Ltd', '2026-03-26', '2026-04-25', 'D-1004', 4_000, 800, 'Paid'),
  document('SC-3001', 'Credit note', 'Pellworth Group plc', '2026-03-12', null, null, -1_500, -300, 'Applied', 'SI-2002'),
  document('SI-2018', 'Invoice', 'Sable Ridge', '2026-03-06', '2026-04-05', 'D-1018', 1_250, 250, 'Paid'),
  document('SI-2007', 'Invoice', 'Brightwater Foods', '2026-04-02', '2026-05-02', 'D-1001', 12_000, 2_400, 'Part-paid'),
  document('SI-2008', 'Invoice', 'Ostara Health', '2026-04-08', '2026-05-08', 'D-1005, D-1006', 6_000, 1_200, 'Paid'),
  document('SC-3002', 'Credit note', 'Tamsin Retail', '2026-04-15', null, null, -7_200, -1_440, 'Applied', 'SI-2005'),
  document('SI-2009', 'Invoice', 'Tamsin Retail', '2026-04-15', '2026-05-15', 'D-1008', 7_200, 1_440, 'Paid'),
  document('SI-2010', 'Invoice', 'Halden Instruments Ltd', '2026-04-27', '2026-05-27', 'D-1004', 4_000, 800, 'Paid'),
  document('SI-2011', 'Invoice', 'Quarry Lane Studios', '2026-04-30', '2026-05-30', 'D-1009', 3_600, 720, 'Paid'),
  document('SI-2012', 'Invoice', 'Umber & Sons', '2026-05-06', '2026-06-05', null, 1_900, 380, 'Open'),
  document('SI-2014', 'Invoice', 'Marlow Press', '2026-05-11', '2026-06-10', 'D-1013', 2_200, 440, 'Paid'),
  document('SI-2013', 'Invoice', 'Lindqvist Marine AB', '2026-05-20', '2026-06-19', 'D-1012', 9_000, 0, 'Paid'),
  document('SI-2015', 'Invoice', 'Ferrow Analytics', '2026-02-02', '2026-03-04', 'D-1014', 24_000, 4_800, 'Paid'),
  document('SI-2016', 'Invoice', 'Wexcombe Hotels', '2026-06-29', '2026-07-29', 'D-1011', 5_000, 1_000, 'Draft'),
  document('SI-2017', 'Invoice', 'Marlow Press', '2026-05-10', '2026-06-09', 'D-1013', 2_200, 440, 'Void'),
];

const invoices: SampleCell[][] = [
  ['Northlight Software Ltd'],
  ['Invoices and credit notes'],
  ['1 January to 30 June 2026'],
  [],
  [
    'Document No.',
    'Type',
    'Customer',
    'Document Date',
    'Due Date',
    'Deal Ref',
    'Net',
    'VAT',
    'Gross',
    'Currency',
    'Status',
    'Applies to',
  ],
  ...documents,
  ['Total', null, null, null, null, null, total(documents, 6), total(documents, 7), total(documents, 8), null, null, null],
];

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTHS = [...NAMES.map((name) => `${name} 2026`), 'Jan 2027'];

/** A schedule row: the amount of each month from `from` (1 = January) on, for `months` months. */
const earned = (invoice: string, customer: string, monthly: number, from: number, months: number): SampleCell[] => [
  invoice,
  customer,
  ...MONTHS.map((_, i) => (i + 1 >= from && i + 1 < from + months ? monthly : null)),
];

const schedule: SampleCell[][] = [
  ['Invoice No.', 'Customer', ...MONTHS],
  earned('SI-2001', 'Calder & Finch', 9_000, 1, 1),
  earned('SI-2002', 'Pellworth Group plc', 10_000, 1, 1),
  earned('SC-3001', 'Pellworth Group plc', -1_500, 3, 1),
  earned('SI-2003', 'NORVIK LOGISTICS', 1_800, 2, 3),
  earned('SI-2004', 'Halden Instruments Ltd', 4_000, 2, 1),
  earned('SI-2006', 'Halden Instruments Ltd', 4_000, 3, 1),
  earned('SI-2010', 'Halden Instruments Ltd', 4_000, 4, 1),
  earned('SI-2005', 'Tamsin Retail', 7_200, 2, 1),
  earned('SC-3002', 'Tamsin Retail', -7_200, 4, 1),
  earned('SI-2009', 'Tamsin Retail', 7_200, 4, 1),
  earned('SI-2018', 'Sable Ridge', 1_250, 3, 1),
  earned('SI-2007', 'Brightwater Foods', 2_000, 4, 6),
  earned('SI-2008', 'Ostara Health', 3_000, 4, 2),
  earned('SI-2011', 'Quarry Lane Studios', 3_600, 4, 1),
  earned('SI-2012', 'Umber & Sons', 1_900, 5, 1),
  earned('SI-2014', 'Marlow Press', 2_200, 5, 1),
  earned('SI-2013', 'Lindqvist Marine AB', 4_500, 5, 2),
  earned('SI-2015', 'Ferrow Analytics', 2_000, 2, 12),
];

const receipt = (number: string, date: string, payer: string, amount: number, reference: string): SampleCell[] => [
  number,
  on(date),
  payer,
  amount,
  'EUR',
  reference,
];

const receipts: SampleCell[][] = [
  ['Receipt No.', 'Date', 'Payer', 'Amount', 'Currency', 'Reference'],
  receipt('R-5001', '2026-02-27', 'Calder & Finch', 10_800, 'SI-2001'),
  receipt('R-5002', '2026-03-04', 'Ferrow Analytics', 28_800, 'Invoice SI-2015'),
  receipt('R-5003', '2026-03-22', 'Norvik Logistics A/S', 5_400, 'Payment'),
  receipt('R-5004', '2026-03-25', 'Halden Instruments', 4_800, 'SI-2004'),
  receipt('R-5005', '2026-03-27', 'Sable Ridge', 1_500, 'SI-2018'),
  receipt('R-5006', '2026-03-31', 'Pellworth Group', 10_200, 'SI-2002 less SC-3001'),
  receipt('R-5007', '2026-04-24', 'Halden Instruments', 4_800, 'SI-2006'),
  receipt('R-5008', '2026-05-04', 'Lindqvist Marine', 2_000, 'Deposit D-1012'),
  receipt('R-5009', '2026-05-05', 'Brightwater Foods', 6_000, 'SI-2007 first part'),
  receipt('R-5010', '2026-05-08', 'Ostara Health', 7_200, 'SI-2008'),
  receipt('R-5011', '2026-05-15', 'Tamsin Retail', 8_640, 'SI-2009'),
  receipt('R-5012', '2026-05-28', 'Halden Instruments', 4_800, 'SI-2010'),
  receipt('R-5013', '2026-05-29', 'Quarry Lane Studios', 4_320, 'SI-2011'),
  receipt('R-5014', '2026-06-08', 'Marlow Press', 2_700, 'SI-2014'),
  receipt('R-5015', '2026-06-10', 'Brightwater Foods', 5_000, 'SI-2007 second part'),
  receipt('R-5016', '2026-06-18', 'Lindqvist Marine', 7_000, 'SI-2013'),
  receipt('R-5017', '2026-06-30', 'Zephyr Trading', 750, 'Thank you'),
];

function total(rows: readonly (readonly SampleCell[])[], column: number): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

const text = (width: number): { format: string; width: number } => ({ format: TEXT, width });
const money = { format: MONEY, width: 13 };
const date = { format: DATE, width: 16 };

export const STORY: readonly SampleSheet[] = [
  {
    name: 'CRM deals',
    table: 'tblDeals',
    headerRow: 0,
    rows: deals,
    columns: [text(11), text(22), text(22), money, text(11), date, text(13), text(15), date, date],
  },
  {
    name: 'Invoices',
    table: null,
    headerRow: 4,
    rows: invoices,
    columns: [text(14), text(12), text(24), date, date, text(16), money, money, money, text(11), text(11), text(11)],
  },
  {
    name: 'Revenue schedule',
    table: null,
    headerRow: 0,
    rows: schedule,
    columns: [text(12), text(24), ...MONTHS.map(() => ({ format: MONEY, width: 10 }))],
  },
  { name: 'Receipts', table: null, headerRow: 0, rows: receipts, columns: [text(11), date, text(22), money, text(11), text(24)] },
];
