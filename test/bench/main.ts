/**
 * Measurements, none of them a test:
 * `npm run bench [-- --deals 10000] [--json]`: times of the whole job on the seeded sample, step by step.
 * `npm run bench -- reading DIR [--json]`: what reading makes of every .csv and .xlsx below a folder.
 * `npm run bench -- headers [FILE] [--rows] [--verbose] [--json]`: role and mapping of reports against what they should be,
 * those of a file or, without one, those kept in the tests.
 * `npm run bench -- invoices [--json]`: links between deals and invoices of made-up books against the true ones.
 * `npm run bench -- sheet [--rows 100000] [--columns 20] [--json]`: one large sheet read through office.js and into records.
 */

import { parseArgs } from 'node:util';
import { benchHeaders } from './headers/bench';
import { benchInvoices } from './invoices';
import { benchJob } from './job';
import { benchReading } from './reading';
import { benchSheet } from './sheet';

const [first, ...others] = process.argv.slice(2);
// Its options are its own.
if (first === 'sheet') await benchSheet(others);
else await benchOthers();

async function benchOthers(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      deals: { type: 'string', default: '2000' },
      rows: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [what = 'job', path] = positionals;
  switch (what) {
    case 'job':
      await benchJob(Number(values.deals), values.json);
      break;
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
      throw new RangeError(`“${what}” is nothing to measure: job, invoices, sheet, reading DIR, or headers [FILE]`);
  }
}
