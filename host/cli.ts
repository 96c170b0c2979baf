/** The command line: `npm run reconcile -- in.xlsx`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { reconcileFile } from './reconcileFile';

process.exitCode = await reconcileFile(process.argv.slice(2), {
  read: (file) => readFileSync(file),
  write: (file, bytes) => writeFileSync(file, bytes),
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
});
