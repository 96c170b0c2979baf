/** Prints how well reports are understood by their headers, with rows below or without. */

import { OWN_REPORTS } from '../../fixtures/reports';
import { figuresOf, measure } from './measure';
import type { Measured } from './measure';
import { reportsOf, reportsOfFile } from './report';

interface Options {
  readonly rows: boolean;
  readonly verbose: boolean;
  readonly json: boolean;
}

export function benchHeaders(file: string | null, { rows, verbose, json }: Options): void {
  const reports = file === null ? reportsOf(OWN_REPORTS) : reportsOfFile(file);
  const measured = reports.map((report) => measure(report, rows));
  const figures = figuresOf(measured);
  if (json) {
    console.log(
      JSON.stringify({ figures, reports: measured.map(({ report, ...rest }) => ({ name: report.name, ...rest })) }, null, 2),
    );
    return;
  }
  if (verbose) for (const each of measured) for (const line of complaintsOf(each)) console.log(line);
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  console.log(
    [
      `role right ${figures.rolesRight}/${figures.reports}`,
      `fields right ${figures.right}, missed ${figures.missed}, wrong ${figures.wrong} · beside ${figures.beside}`,
      `precision ${percent(figures.precision)}`,
      `recall ${percent(figures.recall)}`,
      `wrong and confident ${figures.confident} (${percent(figures.confidentShare)})`,
    ].join(' · '),
  );
}

function complaintsOf({ report, role, roleReason, isRoleRight, missed, wrong, beside }: Measured): string[] {
  const lines = [
    ...(isRoleRight ? [] : [`    role ${role} (${roleReason}), should be ${report.role}`]),
    ...missed.map((line) => `    missed ${line}`),
    ...wrong.map((line) => `    wrong  ${line}`),
    ...beside.map((line) => `    beside ${line}`),
  ];
  return lines.length === 0 ? [] : [report.name, ...lines];
}
