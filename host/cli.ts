/** The command line: opens a workbook in the embedded Excel, runs the add-in's own read → reconcile → write, saves a copy. */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reconciliation } from '../src/domain/reconciliation';
import { planReport } from '../src/report/planReport';
import { reconcile } from '../src/reconcile';
import { settingsFileSchema } from '../src/settings/settingsFile';
import type { SettingsFile } from '../src/settings/settingsFile';
import { BadRequest, readCommandLine } from './commandLine';
import { FileProblem } from './files/problem';
import { readCsv } from './files/readCsv';
import { readXlsx } from './files/readXlsx';
import { writeXlsx } from './files/writeXlsx';
import { openOffice } from './node';
import { createHost } from './office/host';
import { runSummary } from './runSummary';
import { settleQuestions } from './settleQuestions';
import type { Workbook } from './workbook/model';
import { TroubleError } from '../src/excel/trouble';

/** Exit code for bad input and open questions, apart from 1 for a fault of the program. */
const REFUSED = 2;

async function main(args: readonly string[]): Promise<void> {
  const request = readCommandLine(args);
  const file = request.settings === null ? settingsFileSchema.parse({ version: 1 }) : readSettings(request.settings);
  const workbook = openWorkbook(request.input);
  openOffice(createHost(workbook));
  // The add-in's own door to the workbook reads `Excel` when it is loaded.
  const { createWorkbookPort } = await import('../src/excel/workbookPort');
  const port = createWorkbookPort();
  const mended = await port.repair();
  if (mended !== null) console.log(mended);
  const patience = new AbortController().signal;
  const grids = await port.readSources(ignoreProgress, patience);
  const kept = await port.readKept();

  const settled = settleQuestions(grids, kept, file, request.acceptSuggestions);
  for (const line of settled.taken) console.log(line);
  const definitions = {
    ...kept.definitions,
    ...file.definitions,
    ...settled.definitions,
    ...(request.asOf === null ? {} : { asOf: request.asOf }),
  };
  const result = reconcile({
    grids,
    mappings: settled.inspection.sources.map(({ mapping }) => mapping).filter(({ role }) => role !== 'ignore'),
    definitions,
    reasons: kept.reasons,
    decisions: { aliases: [...kept.decisions.aliases, ...file.aliases], links: [...kept.decisions.links, ...file.links] },
    previous: kept.previous,
  });
  const plan = planReport(result, kept);
  const outcome = await port.write(plan, grids, ignoreProgress, patience);
  writeFileSync(request.out, writeXlsx(workbook));
  if (request.json !== null) writeFileSync(request.json, toJson(result));
  console.log(runSummary({ ...plan.digest, messages: [...new Set([...plan.digest.messages, ...outcome.messages])] }));
  console.log(`\nWritten to ${request.out}${request.json === null ? '' : ` and ${request.json}`}`);
}

const ignoreProgress = (): void => undefined;

function readBytes(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'There is no such file'
        : error instanceof Error
          ? error.message
          : String(error);
    throw new BadRequest(`${file} cannot be read: ${reason}. Check the name.`);
  }
}

function openWorkbook(input: string): Workbook {
  const bytes = readBytes(input);
  const name = path.basename(input);
  return /\.csv$/i.test(input) ? readCsv([{ name, bytes }]) : readXlsx(bytes, name).workbook;
}

function readSettings(file: string): SettingsFile {
  const text = new TextDecoder().decode(readBytes(file));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BadRequest(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = settingsFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path: at, message }) => `  ${at.map(String).join('.') || 'file'}: ${message}`);
  throw new BadRequest(`${file} does not fit:\n${issues.join('\n')}`);
}

/** The whole result, every item of the horizon included; maps become objects. */
function toJson(result: Reconciliation): string {
  return JSON.stringify(
    result,
    (_, value: unknown) => (value instanceof Map ? Object.fromEntries(value as Map<string, unknown>) : value),
    2,
  );
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const trouble = troubleOf(error);
  if (trouble === null) throw error;
  console.error(trouble);
  process.exitCode = REFUSED;
}

/** What to tell a person; null for a fault of the program. */
function troubleOf(error: unknown): string | null {
  if (error instanceof BadRequest || error instanceof FileProblem) return error.message;
  if (error instanceof TroubleError) return `${error.trouble.what} ${error.trouble.next}`;
  return null;
}
