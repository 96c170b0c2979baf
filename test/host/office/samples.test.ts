/** Programs in the style of public samples, on the real office.js over the host, through its public door alone. */

import { readFileSync } from 'node:fs';
import { SAMPLES, runSample, type Result } from '../../../host/conformance/samples';
import { readSection, samplesText } from '../../../host/conformance/table';

const passed: Result[] = [];

describe.each(SAMPLES.map(([area, samples]) => ({ area, samples })))('$area', ({ area, samples }) => {
  test.each(samples)('$title', async (sample) => {
    expect(await runSample(sample)).toEqual(sample.gives);
    passed.push({ area, title: sample.title, reason: null });
  });
});

test('the table in host/README.md tells of these samples', () => {
  expect(readSection('samples', readFileSync('host/README.md', 'utf8'))).toBe(samplesText(passed));
});
