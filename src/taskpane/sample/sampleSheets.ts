/** A made-up quarter of a small company, to try Tieout on: four sheets as four systems would export them. */

import { parseIsoDay, serialOfDay } from '../../domain/day';
import type { SampleCell, SampleSheet } from '../ports';

const DEALS = `
Deal ID | Account | Deal name | Amount | Currency | Close date | Stage | Owner
SD-101 | Alpenrose Dairy | Route planning | 9600 | EUR | 2026-01-14 | Closed Won | Mira Lindt
SD-102 | Bellweather Press | Archive | 4200 | EUR | 2026-01-27 | Closed Won | Jonas Pike
SD-103 | Corvane Labs | Sample tracking | 18000 | EUR | 2026-02-04 | Closed Won | Mira Lindt
SD-104 | Dunmore Hotels | Bookings | 7500 | EUR | 2026-02-19 | Closed Won | Jonas Pike
SD-105 | Eastquay Marine | Fleet | 6000 | EUR | 2026-03-05 | Closed Won | Mira Lindt
SD-106 | Fennimore & Daughters | Stores | 3300 | EUR | 2026-03-12 | Closed Won | Jonas Pike
SD-107 | Gildhall Studios | Pilot | 2400 | EUR | 2026-03-26 | Closed Won | Mira Lindt
SD-108 | Harrowgate Energy | Metering | 5200 | EUR | 2026-01-20 | Closed Won | Jonas Pike
SD-109 | Corvane Labs | More seats | 4000 | EUR | 2026-03-30 | Proposal | Mira Lindt`;

const INVOICES = `
Invoice No. | Type | Customer | Invoice date | Due date | Deal ID | Net | Tax | Gross | Currency | Status
SX-701 | Invoice | Alpenrose Dairy | 2026-01-20 | 2026-02-19 | SD-101 | 9600 | 1920 | 11520 | EUR | Paid
SX-702 | Invoice | Bellweather Press Ltd | 2026-02-03 | 2026-03-05 | SD-102 | 4500 | 900 | 5400 | EUR | Paid
SX-703 | Invoice | CORVANE LABS | 2026-02-10 | 2026-03-12 | SD-103 | 9000 | 1800 | 10800 | EUR | Paid
SX-704 | Invoice | CORVANE LABS | 2026-03-10 | 2026-04-09 | SD-103 | 9000 | 1800 | 10800 | EUR | Open
SX-705 | Invoice | Dunmore Hotels | 2026-02-25 | 2026-03-27 | SD-104 | 7500 | 1500 | 9000 | EUR | Part-paid
SX-706 | Credit note | Alpenrose Dairy | 2026-03-02 | | SX-701 | -600 | -120 | -720 | EUR | Applied
SX-707 | Invoice | Eastquay Marine AB | 2026-03-16 | 2026-04-15 | SD-105 | 6000 | 1200 | 7200 | EUR | Paid
SX-708 | Invoice | Fennimore & Daughters | 2026-04-02 | 2026-05-02 | SD-106 | 3300 | 660 | 3960 | EUR | Open
SX-709 | Invoice | Inkwell Partners | 2026-03-18 | 2026-04-17 | | 1200 | 240 | 1440 | EUR | Open`;

const SCHEDULE = `
Invoice No. | Customer | Month | Revenue | Currency
SX-701 | Alpenrose Dairy | 2026-01-31 | 3200 | EUR
SX-701 | Alpenrose Dairy | 2026-02-28 | 3200 | EUR
SX-701 | Alpenrose Dairy | 2026-03-31 | 3200 | EUR
SX-702 | Bellweather Press Ltd | 2026-02-28 | 4500 | EUR
SX-703 | CORVANE LABS | 2026-02-28 | 4500 | EUR
SX-703 | CORVANE LABS | 2026-03-31 | 4500 | EUR
SX-704 | CORVANE LABS | 2026-03-31 | 4500 | EUR
SX-704 | CORVANE LABS | 2026-04-30 | 4500 | EUR
SX-705 | Dunmore Hotels | 2026-02-28 | 7500 | EUR
SX-706 | Alpenrose Dairy | 2026-03-31 | -600 | EUR
SX-707 | Eastquay Marine AB | 2026-03-31 | 1000 | EUR
SX-707 | Eastquay Marine AB | 2026-04-30 | 5000 | EUR
SX-708 | Fennimore & Daughters | 2026-04-30 | 3300 | EUR
SX-709 | Inkwell Partners | 2026-03-31 | 1200 | EUR`;

const RECEIPTS = `
Receipt No. | Date | Payer | Amount | Currency | Reference
SR-901 | 2026-02-18 | Alpenrose Dairy | 11520 | EUR | SX-701
SR-902 | 2026-03-04 | Bellweather Press | 5400 | EUR | SX-702
SR-903 | 2026-03-11 | Corvane Laboratories | 10800 | EUR | SX-703
SR-904 | 2026-03-27 | Dunmore Hotels | 5000 | EUR | SX-705 first part
SR-905 | 2026-04-14 | Eastquay Marine | 7200 | EUR | SX-707
SR-906 | 2026-04-28 | Juniper Trading | 480 | EUR | Thank you`;

/** Every name says what the sheet is; dates are fixed, so that the result is the same on any day. */
export function sampleSheets(): readonly SampleSheet[] {
  return [
    sheetOf('Sample CRM deals', DEALS),
    sheetOf('Sample invoices', INVOICES),
    sheetOf('Sample revenue schedule', SCHEDULE),
    sheetOf('Sample receipts', RECEIPTS),
  ];
}

const MONEY = new Set(['Amount', 'Net', 'Tax', 'Gross', 'Revenue']);

function sheetOf(name: string, text: string): SampleSheet {
  const [headers = [], ...body] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const rows = body.map((cells) => cells.map((cell, column) => cellOf(cell, headers[column] ?? '')));
  const columns = headers.map((header, column) => ({
    format: formatOf(header),
    width: 2 + Math.max(header.length, ...body.map((cells) => (cells[column] ?? '').length)),
  }));
  return { name, rows: [headers, ...rows], columns };
}

const isDay = (header: string): boolean => /date$|^Month$/i.test(header);

function cellOf(text: string, header: string): SampleCell {
  if (MONEY.has(header)) return Number(text);
  const day = isDay(header) ? parseIsoDay(text) : null;
  return day === null ? text : serialOfDay(day);
}

function formatOf(header: string): string {
  if (MONEY.has(header)) return '#,##0.00';
  return isDay(header) ? 'yyyy-mm-dd' : '@';
}
