/** What the command line was asked for. */

import path from 'node:path';
import { parseArgs } from 'node:util';
import { acceptSetting, describeAllowed, SETTINGS } from '../src/settings/definitions';

export const USAGE =
  'npm run reconcile -- in.xlsx [--out out.xlsx] [--json result.json] [--settings settings.json] [--as-of 2026-04-30] [--accept-suggestions]\nSeveral .csv files become one workbook, a sheet each.';

export interface CommandLine {
  /** One workbook, or one or more .csv files. */
  readonly inputs: readonly [string, ...string[]];
  readonly out: string;
  readonly json: string | null;
  readonly settings: string | null;
  readonly asOf: string | null;
  readonly acceptSuggestions: boolean;
}

/** A request that cannot be carried out as it stands: what, why, what next. Ends the command line with exit 2. */
export class BadRequest extends Error {}

export const isCsv = (file: string): boolean => /\.(csv|tsv)$/i.test(file);

/** @throws BadRequest with the usage where the arguments do not fit. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args);
  const [first, ...others] = positionals;
  if (first === undefined) throw new BadRequest(`Name a workbook.\nUsage: ${USAGE}`);
  const inputs = [first, ...others] as const;
  const stranger = inputs.find((file) => !isCsv(file));
  if (others.length > 0 && stranger !== undefined)
    throw new BadRequest(
      `Only .csv files can be read together; ${stranger} is another kind. Name one workbook.\nUsage: ${USAGE}`,
    );
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && acceptSetting('asOf', asOf) === null)
    throw new BadRequest(`--as-of ${asOf} is not a date. Give ${describeAllowed(SETTINGS.asOf.kind)}.`);
  const out = values.out ?? first.replace(/(\.xlsx|\.csv|\.tsv)?$/i, '.tieout.xlsx');
  const settings = values.settings ?? null;
  const json = values.json ?? null;
  refuseOverwriting([...inputs, ...(settings === null ? [] : [settings])], json === null ? [out] : [out, json]);
  return { inputs, out, json, settings, asOf, acceptSuggestions: values['accept-suggestions'] ?? false };
}

/** What is read is never written over, whichever way its name is spelt. */
function refuseOverwriting(read: readonly string[], written: readonly string[]): void {
  const taken = new Set(read.map((file) => path.resolve(file)));
  for (const file of written) {
    const place = path.resolve(file);
    if (taken.has(place)) throw new BadRequest(`The result would overwrite ${file}. Give another name with --out or --json.`);
    taken.add(place);
  }
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
