/** How many of the true links of made-up books are found between deals and invoices, and how many are wrong. */

import { matchRecords } from '../../src/matching/matchRecords';
import { NO_DECISIONS, OPTIONS } from '../matching/support/book';
import { dealBook } from '../matching/support/dealBook';
import { judgeDeals } from '../matching/support/judgeDeals';

/** Customers of few deals and of many, documents that quote nothing and some that do. */
const BOOKS = [
  { seed: 11, customers: 2000, deals: 1, quoting: 0 },
  { seed: 11, customers: 1000, deals: 4, quoting: 0 },
  { seed: 11, customers: 300, deals: 15, quoting: 0 },
  { seed: 11, customers: 40, deals: 100, quoting: 0 },
  { seed: 11, customers: 300, deals: 15, quoting: 0.5 },
] as const;

export function benchInvoices(json: boolean): void {
  const results = BOOKS.map((options) => {
    const { records, truth } = dealBook(options);
    const before = process.cpuUsage();
    const matching = matchRecords(records, OPTIONS, NO_DECISIONS);
    const { user, system } = process.cpuUsage(before);
    return { ...options, ms: (user + system) / 1000, ...judgeDeals(matching, truth) };
  });
  if (json) console.log(JSON.stringify(results, null, 2));
  else
    for (const { customers, deals, quoting, ms, matched, suggested, open } of results)
      console.log(
        `${customers} customers of up to ${deals} deals, ${quoting * 100} % quoted · matched P ${matched.precision.toFixed(4)} R ${matched.recall.toFixed(3)} · ` +
          `suggested P ${suggested.precision.toFixed(3)} R ${suggested.recall.toFixed(3)} · ${open} open searches · ${ms.toFixed(0)} ms CPU`,
      );
}
