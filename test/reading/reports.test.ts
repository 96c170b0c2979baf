import { OWN_REPORTS } from '../fixtures/reports';
import { figuresOf, measure } from '../bench/headers/measure';
import { reportsOf } from '../bench/headers/report';

const REPORTS = reportsOf(OWN_REPORTS);

describe.each([
  ['headers alone', false],
  ['headers with rows below', true],
])('reports of many systems: %s', (_, rows) => {
  const measured = REPORTS.map((report) => measure(report, rows));
  const figures = figuresOf(measured);

  test('the role is right', () => {
    expect(
      measured.filter(({ isRoleRight }) => !isRoleRight).map(({ report }) => report.name).length / REPORTS.length,
    ).toBeLessThanOrEqual(0.03);
  });

  test('columns are found, and found right', () => {
    expect(figures.recall).toBeGreaterThanOrEqual(0.97);
    expect(figures.precision).toBeGreaterThanOrEqual(0.97);
  });

  test('hardly any guess is sure and wrong', () => {
    expect(figures.confidentShare).toBeLessThanOrEqual(0.005);
  });
});
