/** `npm run conformance`: asks the host for every documented member, runs the samples, and writes the tables into `host/README.md`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { askAll } from './ask';
import { documentedClasses } from './documented';
import { runSamples } from './samples';
import { COUNTED } from './scope';
import { conformanceText, outOfReachText, samplesText, shareOf, writeSection } from './table';

const file = new URL('../README.md', import.meta.url);
const classes = documentedClasses();
const answers = await askAll(classes.filter(({ name }) => COUNTED.has(name)));
const results = await runSamples();
const sections = [
  ['conformance', conformanceText(answers)],
  ['out of reach', outOfReachText(classes)],
  ['samples', samplesText(results)],
] as const;
writeFileSync(
  file,
  sections.reduce((page, [name, text]) => writeSection(name, page, text), readFileSync(file, 'utf8')),
);

const { answered, documented } = shareOf(answers);
console.log(`${answered} of ${documented} documented members answered (${Math.floor((100 * answered) / documented)} %).`);
console.log(`${results.length} samples run, ${results.filter(({ reason }) => reason === null).length} passed.`);
for (const { title, reason } of results) if (reason !== null) console.log(`failed: ${title}: ${reason}`);
for (const { name, members } of answers)
  for (const { member, outcome, code } of members)
    if (outcome === 'fault') console.log(`fault: ${name}.${member} (${code ?? 'no code'})`);
