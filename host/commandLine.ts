/** What the command line was asked for. */

import { parseArgs } from 'node:util';
import { parseIsoDay } from '../src/domain/day';

export const USAGE =
  'npm run reconcile -- in.xlsx [--out out.xlsx] [--json result.json] [--settings settings.json] [--as-of 2026-04-30] [--accept-suggestions]';

export interface CommandLine {
  readonly input: string;
  readonly out: string;
  readonly json: string | null;
  readonly settings: string | null;
  readonly asOf: string | null;
  readonly acceptSuggestions: boolean;
}

/** A request that cannot be carried out as it stands: what, why, what next. Ends the command line with exit 2. */
export class BadRequest extends Error {}

/** @throws BadRequest with the usage where the arguments do not fit. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args);
  const [input, ...others] = positionals;
  if (input === undefined || others.length > 0) throw new BadRequest(`Name one workbook.\nUsage: ${USAGE}`);
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && parseIsoDay(asOf) === null) throw new BadRequest(`--as-of ${asOf} is not a date. Write it as 2026-04-30.`);
  const out = values.out ?? input.replace(/(\.xlsx|\.csv)?$/i, '.tieout.xlsx');
  if (out === input) throw new BadRequest('The result would overwrite the workbook. Give another name with --out.');
  return {
    input,
    out,
    json: values.json ?? null,
    settings: values.settings ?? null,
    asOf,
    acceptSuggestions: values['accept-suggestions'] ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        json: { type: 'string' },
        settings: { type: 'string' },
        'as-of': { type: 'string' },
        'accept-suggestions': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new BadRequest(`${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}`);
  }
}
