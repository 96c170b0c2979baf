/** The samples in the repository are what their generator makes, byte for byte. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from '../host/files/writeXlsx';
import { largeSample } from '../samples/large';
import { STORY } from '../samples/story';
import { sampleWorkbook } from '../samples/workbook';

test.each([
  ['story.xlsx', () => STORY],
  ['large.xlsx', () => largeSample(2000)],
])('%s is made again to the byte', (file, sheets) => {
  const kept = readFileSync(path.join(__dirname, '../samples', file));
  expect(Buffer.compare(writeXlsx(sampleWorkbook(file, sheets())), kept)).toBe(0);
});
