/**
 * Measurements, none of them a test:
 * `npm run bench [-- job --deals 10000 --mix instalments --engine --bare --json]`: times of the whole job on the seeded sample, step by step.
 * `npm run bench -- explain [--deals 100000] [--mix usual] [--json]`: from a selection in the sheets to its explanation.
 * `npm run bench -- page [--deals 60000] [--mix usual] [--json]`: the same on the page of `npm start`, to the painted explanation.
 * `npm run bench -- engine [--deals 10000] [--mix instalments] [--no-schedule] [--rounds 4] [--json]`: the engine in a Web Worker of
 * Chromium, first and next runs, and the page's memory.
 * `npm run bench -- scale [--engine] [--deals 10000 --deals 100000] [--mix subscriptions] [--json]`: how the steps grow with the book.
 * `npm run bench -- reading DIR [--json]`: what reading makes of every .csv and .xlsx below a folder.
 * `npm run bench -- headers [FILE] [--rows] [--verbose] [--json]`: role and mapping of reports against what they should be,
 * those of a file or, without one, those kept in the tests.
 * `npm run bench -- write [--lines N] [--memory MB] [--json]`: a result written through office.js at 1,000, 10,000 and 100,000
 * lines, or N.
 * `npm run bench -- pane [--json]`: the pane in a browser: size, first paint, longest task of a run, cancelling.
 * `npm run bench -- recalculate FILE …`: each reconciled, calculated anew by LibreOffice, and compared cell by cell.
 * `npm run bench -- names DIR [--json]`: how many customers are found by their names, and how fast, on a folder with true pairs.
 * `npm run bench -- invoices [--json]`: links between deals and invoices of made-up books against the true ones.
 * `npm run bench -- receipts DIR [--no-references] [--json]`: receipts to invoices of a folder against its true matches.
 * `npm run bench -- sheet [--rows 100000] [--columns 20] [--json]`: one large sheet read through office.js and into records.
 */

import { parseArgs } from 'node:util';
import { benchEngine } from './engine';
import { benchExplain } from './explain';
import { benchHeaders } from './headers/bench';
import { benchInvoices } from './invoices';
import { benchJob } from './job';
import { benchNames } from './names/bench';
import { benchPage } from './page';
import { benchPane } from './pane';
import { benchReading } from './reading';
import { benchReceipts } from './receipts/bench';
import { benchRecalculate } from './recalculate';
import { benchScale } from './scale';
import { benchSheet } from './sheet';
import { benchWrite } from './write';

const [first, ...others] = process.argv.slice(2);
// Their options are their own.
if (first === 'sheet') await benchSheet(others);
else if (first === 'job') await benchJob(others);
else if (first === 'explain') await benchExplain(others);
else if (first === 'engine') await benchEngine(others);
else if (first === 'page') await benchPage(others);
else if (first === 'scale') benchScale(others);
else if (first === 'write') await benchWrite(others);
else if (first === 'pane') await benchPane(others);
else if (first === 'recalculate') benchRecalculate(others);
else if (first === 'receipts') benchReceipts(others);
else if (first === 'names') await benchNames(others);
else if (first === undefined || first.startsWith('--')) await benchJob(process.argv.slice(2));
else await benchOthers();

async function benchOthers(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [what = '', path] = positionals;
  switch (what) {
    case 'reading':
      if (path === undefined) throw new RangeError('npm run bench -- reading DIR: which folder?');
      await benchReading(path, values.json);
      break;
    case 'headers':
      benchHeaders(path ?? null, values);
      break;
    case 'invoices':
      benchInvoices(values.json);
      break;
    default:
      throw new RangeError(
        `“${what}” is nothing to measure: job, engine, explain, page, scale, invoices, sheet, write, pane, recalculate FILE …, receipts DIR, names DIR, reading DIR, or headers [FILE]`,
      );
  }
}
