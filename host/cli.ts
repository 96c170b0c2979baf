/** The command line: `npm run reconcile -- in.xlsx`. */

import { readFileSync } from 'node:fs';
import { reconcileFile } from './reconcileFile';
import { checkPlace, writeWhole } from './writeWhole';

const io = {
  read: (file: string) => readFileSync(file),
  check: checkPlace,
  write: writeWhole,
  print: (text: string) => console.log(text),
  printError: (text: string) => console.error(text),
};

// A reader that has seen enough (`| head`) closes the pipe: the work goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await reconcileFile(process.argv.slice(2), io);
} catch (error) {
  // A fault of the program. Node itself would print the line it came from, which in office.js is a megabyte long.
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
}
