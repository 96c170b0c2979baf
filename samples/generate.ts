/** Writes the sample workbooks beside this file: `npm run samples`. The same code makes the same bytes. */

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from '../host/files/writeXlsx';
import { sampleWorkbook } from './workbook';
import { largeSample } from './large';
import { STORY } from './story';

export const SAMPLES = { 'story.xlsx': () => STORY, 'large.xlsx': () => largeSample(2000) } as const;

for (const [file, sheets] of Object.entries(SAMPLES)) {
  const bytes = writeXlsx(sampleWorkbook(file, sheets()));
  writeFileSync(fileURLToPath(new URL(file, import.meta.url)), bytes);
  console.log(`${file}  ${String(bytes.length)} bytes`);
}
