/** A made-up book that has one of each: sure, doubtful, ambiguous, refusable and unmatched records, and names written in two ways. */

import { savedBook } from './book';

export const REVIEW_SHEETS = {
  Deals: `
    Deal ID | Deal Name               | Account              | Amount  | Currency | Close Date | Stage      | Owner
    D-101   | Warehouse licences      | Alder & Sons Ltd     | 12000   | EUR      | 2026-01-08 | Closed Won | Mara Voss
    D-102   | Analytics rollout       | Birch Software GmbH  | 8400    | EUR      | 2026-01-20 | Closed Won | Ben Okafor
    D-103   | Depot scanners          | Cedar Logistics BV   | 5000    | EUR      | 2026-02-03 | Closed Won | Ben Okafor
    D-104   | Fleet tablets           | Cedar Logistics BV   | 5000    | EUR      | 2026-02-04 | Closed Won | Ines Duarte
    D-105   | Audit package           | Dogwood Partners LLP | 3000    | EUR      | 2026-01-15 | Closed Won | Mara Voss
    D-106   | Valve monitoring        | Fir Components BV    | 7200    | EUR      | 2026-01-12 | Closed Won | Ines Duarte
    D-107   | Streaming bundle        | Gorse Media Ltd      | 6100    | EUR      | 2026-02-16 | Closed Won | Mara Voss
    D-108   | Harbour maintenance     | Hazel Marine plc     | 9900    | EUR      | 2026-01-26 | Closed Won | Ben Okafor
    D-109   | Store screens           | Juniper Retail Group | 4150    | EUR      | 2026-02-11 | Closed Won | Ines Duarte
    D-110   | Till upgrade            | Laurel Foods Ltd     | 2750    | EUR      | 2026-02-12 | Closed Won | Ines Duarte
  `,
  Invoices: `
    Invoice No | Customer                   | Invoice Date | Due Date   | Deal Ref | Net     | VAT     | Gross    | Currency | Status
    INV-2001   | Alder & Sons Ltd           | 2026-01-12   | 2026-02-11 | D-101    | 12000   | 2400    | 14400    | EUR      | Paid
    INV-2002   | Birch Software GmbH        | 2026-02-02   | 2026-03-04 |          | 8400.60 | 1680.12 | 10080.72 | EUR      | Open
    INV-2003   | Cedar Logistics BV         | 2026-02-10   | 2026-03-12 |          | 5000    | 1000    | 6000     | EUR      | Open
    INV-2004   | Dogwood Partners LLP       | 2026-01-21   | 2026-02-20 |          | 3000    | 600     | 3600     | EUR      | Paid
    INV-2006   | Fir Components BV          | 2026-01-29   | 2026-02-28 |          | 7200.40 | 1440.08 | 8640.48  | EUR      | Open
    INV-2007   | Gorse Media Ltd            | 2026-03-02   | 2026-04-01 |          | 6099.50 | 1219.90 | 7319.40  | EUR      | Open
    INV-2008   | Hazel Marine plc           | 2026-02-05   | 2026-03-07 |          | 8000    | 1600    | 9600     | EUR      | Open
    INV-2009   | Juniper Retail Stores      | 2026-02-20   | 2026-03-22 |          | 4150    | 830     | 4980     | EUR      | Open
    INV-2010   | Laurel Foods International | 2026-02-24   | 2026-03-26 |          | 2750    | 550     | 3300     | EUR      | Open
  `,
  Receipts: `
    Receipt No | Date       | Payer                | Amount   | Currency | Reference
    R-301      | 2026-02-10 | Alder & Sons Ltd     | 14400    | EUR      | INV-2001
    R-302      | 2026-02-19 | Dogwood Partners LLP | 3600     | EUR      | INV-2004
    R-303      | 2026-03-11 |                      | 10080.72 | EUR      | payment received
    R-304      | 2026-03-30 |                      | 50       | EUR      | INV-2007 part
  `,
};

export const reviewWorkbook = (): Uint8Array => savedBook(REVIEW_SHEETS);
