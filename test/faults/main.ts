/** Scratch. */
import { storyBook } from './books';
import { faultsOn } from './faults';
import { TASKS } from './tasks';
import { requestsOf, Trials } from './trial';

const book = await storyBook();
const trials = new Trials(book);
const FAULTS = faultsOn(book);
const [, , wanted = '', faultName = '', only = '', shift = '0'] = process.argv;
for (const task of TASKS.filter(({ name }) => name.includes(wanted))) {
  const requests = await requestsOf(book, task);
  console.log(task.name, requests.length);
  for (const fault of FAULTS.filter(({ name }) => name.includes(faultName))) {
    const start = performance.now();
    let tried = 0;
    const seen = new Map<string, number[]>();
    for (const [index, request] of requests.entries()) {
      if (!fault.fits(request) || (only !== '' && (index + FAULTS.indexOf(fault) + Number(shift)) % Number(only) !== 0)) continue;
      tried += 1;
      for (const { flaw, what } of await trials.tryRequest(task, fault, index + 1, request)) {
        const key = `${flaw}: ${what.slice(0, 400)}`;
        seen.set(key, [...(seen.get(key) ?? []), index + 1]);
      }
    }
    console.log(
      `  ${fault.name}: ${tried} tried, ${Math.round((performance.now() - start) / Math.max(1, tried))} ms each, follow-ups ${trials.followUps}`,
    );
    for (const [key, at] of seen) console.log(`     at ${at.join(' ')}: ${key}`);
  }
}
