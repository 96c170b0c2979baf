/** Writes the sample workbooks beside this file: `npm run samples`. The same code makes the same bytes. */

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from '../host/files/writeXlsx';
import { SAMPLES } from './catalogue';
import { makeSample } from './make';

for (const { file } of SAMPLES) {
  const bytes = writeXlsx(makeSample(file));
  writeFileSync(fileURLToPath(new URL(file, import.meta.url)), bytes);
  console.log(`${file}  ${String(bytes.length)} bytes`);
}
