/** `npm run conformance`: asks the host for every documented member and writes the table into `host/README.md`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { askAll } from './ask';
import { documentedClasses } from './documented';
import { GROUPS } from './scope';
import { conformanceText, shareOf, writeSection } from './table';

const page = new URL('../README.md', import.meta.url);
const counted = new Set(GROUPS.flatMap(([, names]) => names));
const answers = await askAll(documentedClasses().filter(({ name }) => counted.has(name)));
writeFileSync(page, writeSection('conformance', readFileSync(page, 'utf8'), conformanceText(answers)));
const { answered, documented } = shareOf(answers);
console.log(`${answered} of ${documented} members answered.`);
for (const { name, members } of answers)
  for (const { member, outcome, code } of members)
    if (outcome === 'fault') console.log(`fault: ${name}.${member} (${code ?? 'no code'})`);
