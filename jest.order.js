import Sequencer from '@jest/test-sequencer';

/** Small files that take long: Jest, which begins with the largest where it knows no times, would start them last. */
const LONG = /[\\/]test[\\/](faults|fuzz|browser[\\/]access\.)/;

/** One that takes long and starts last keeps the other workers waiting. */
export default class LongFirst extends Sequencer {
  sort(tests) {
    const [long, others] = [[], []];
    for (const test of super.sort(tests)) (LONG.test(test.path) ? long : others).push(test);
    return [...long, ...others];
  }
}
