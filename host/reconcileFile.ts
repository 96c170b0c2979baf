/** Opens a workbook in the embedded Excel, runs the add-in's own read → reconcile → write in it, saves a copy. */

import { dictionary } from '../src/domain/dictionary';
import path from 'node:path';
import type { Reconciliation } from '../src/domain/reconciliation';
import type { SourceGrid } from '../src/domain/grid';
import { TroubleError } from '../src/excel/trouble';
import { createWorkbookPort } from '../src/excel/workbookPort';
import { reconcile } from '../src/reconcile';
import { planReport } from '../src/report/planReport';
import type { Digest } from '../src/report/plan';
import type { SettingsFile } from '../src/settings/settingsFile';
import { BadRequest, isCsv, readCommandLine } from './commandLine';
import type { CommandLine } from './commandLine';
import { FileProblem, Findings } from './files/problem';
import type { Finding } from './files/problem';
import { readCsv } from './files/readCsv';
import { readXlsx } from './files/readXlsx';
import { xlsxPieces } from './files/writeXlsx';
import { openOffice } from './node';
import { createHost } from './office/host';
import { jsonPieces } from './jsonPieces';
import { nativeDeflate } from './nativeDeflate';
import { NO_SETTINGS, parseSettings } from './readSettings';
import { runSummary } from './runSummary';
import { settleQuestions } from './settleQuestions';
import { sourceLines } from './sourceLines';
import type { Workbook } from './workbook/model';

/** What the command line can reach; `read` and `write` throw as Node's file functions do. */
export interface Io {
  read(file: string): Uint8Array;
  /** Throws as `write` would where it is plain beforehand that the file cannot be written. */
  check?(file: string): void;
  /** Writes all of it or nothing. */
  write(file: string, bytes: Iterable<Uint8Array>): void;
  print(text: string): void;
  printError(text: string): void;
}

/** All went well; or the request, the files or the answers do not do. A fault of the program is thrown instead. */
export const EXIT = { done: 0, refused: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export async function reconcileFile(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const request = readCommandLine(args);
    const file = request.settings === null ? NO_SETTINGS : parseSettings(request.settings, read(io, request.settings));
    checkPlace(io, request.out, '--out');
    if (request.json !== null) checkPlace(io, request.json, '--json');
    const { workbook, problems } = openWorkbook(request, io);
    if (problems.length > 0) io.print(problemsInWords(problems));
    await withOffice(workbook, async () => {
      const { result, digest } = await runAddIn(request, file, io);
      write(io, request.out, xlsxPieces(workbook, nativeDeflate), '--out');
      if (request.json !== null)
        write(io, request.json, jsonBytes(result), '--json', ` The workbook was written to ${request.out}.`);
      io.print(runSummary(digest));
      io.print(`\nWritten to ${request.out}${request.json === null ? '' : ` and ${request.json}`}`);
    });
    return EXIT.done;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    io.printError(trouble);
    return EXIT.refused;
  }
}

async function withOffice(workbook: Workbook, work: () => Promise<void>): Promise<void> {
  const host = createHost(workbook);
  const office = openOffice(host);
  try {
    await work();
  } finally {
    // After `Excel.run` office.js sends a clean-up of its own that nobody waits for.
    await new Promise((resolve) => setImmediate(resolve));
    await host.idle();
    host.close();
    office.close();
  }
}

const ignoreProgress = (): void => undefined;

async function runAddIn(
  request: CommandLine,
  file: SettingsFile,
  io: Io,
): Promise<{ readonly result: Reconciliation; readonly digest: Digest }> {
  const port = createWorkbookPort();
  const mended = await port.repair();
  if (mended !== null) io.print(mended);
  const patience = new AbortController().signal;
  const grids = await port.readSources(ignoreProgress, patience);
  for (const line of readingNotes(grids)) io.print(line);
  const kept = await port.readKept();

  const settled = settleQuestions(grids, kept, file, request.acceptSuggestions);
  for (const line of [...settled.taken, ...sourceLines(settled.inspection)]) io.print(line);
  if (settled.refusal !== null) throw new BadRequest(settled.refusal);
  const given = { ...file.definitions, ...settled.definitions, ...(request.asOf === null ? {} : { asOf: request.asOf }) };
  const mappings = settled.inspection.sources.map(({ mapping }) => mapping);
  const decisions = {
    aliases: [...kept.decisions.aliases, ...file.aliases],
    links: [...kept.decisions.links, ...file.links],
  };
  const result = reconcile({
    grids,
    mappings: mappings.filter(({ role }) => role !== 'ignore'),
    definitions: { ...kept.definitions, ...given },
    // A reason found once does not outlive the value it was found for.
    reasons: Object.fromEntries(Object.entries(kept.reasons).filter(([key]) => !Object.hasOwn(given, key))),
    decisions,
    previous: kept.previous,
  });
  const plan = planReport(result, { ...kept, decisions });
  const outcome = await port.write(plan, grids, ignoreProgress, patience);
  await port.saveMappings(mappings);
  return { result, digest: { ...plan.digest, messages: [...new Set([...plan.digest.messages, ...outcome.messages])] } };
}

/** What a person would see in Excel and does not see here. */
function readingNotes(grids: readonly SourceGrid[]): string[] {
  const hidden = grids.filter(({ isSheetHidden }) => isSheetHidden === true);
  return [
    ...grids.flatMap(({ sheet, apart = [] }) =>
      apart.length === 0 ? [] : [`${sheet}: not read, being no part of its table: ${apart.join(', ')}`],
    ),
    ...[...new Set(hidden.map(({ sheet }) => sheet))].map((sheet) => `${sheet}: a hidden sheet, read all the same`),
  ];
}

function openWorkbook({ inputs }: CommandLine, io: Io): { readonly workbook: Workbook; readonly problems: readonly Finding[] } {
  const [first] = inputs;
  if (!isCsv(first)) return readXlsx(read(io, first), path.basename(first));
  const findings = new Findings();
  const files = inputs.map((file) => ({ name: path.basename(file), bytes: read(io, file) }));
  return { workbook: readCsv(files, findings), problems: findings.list };
}

const MOST_PROBLEMS = 10;

function problemsInWords(problems: readonly Finding[]): string {
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ code, where, what }) => `  ${where}: ${what} (${code})`);
  const more = problems.length > shown.length ? [`  and ${problems.length - shown.length} more`] : [];
  const next = problems.some(({ code }) => code === 'formulaNotCalculated')
    ? ['Formulas without a value read as errors. Open the file in Excel and save it: it then holds their values.']
    : [];
  return ['Not taken over from the file as it stands:', ...shown, ...more, ...next, ''].join('\n');
}

function read(io: Io, file: string): Uint8Array {
  try {
    return io.read(file);
  } catch (error) {
    throw new BadRequest(`${file} cannot be read: ${whyOf(error)}. Check the name.`);
  }
}

/** @param option what names the file on the command line. @param also what to say of files that were written before. */
function write(io: Io, file: string, bytes: Iterable<Uint8Array>, option: string, also = ''): void {
  try {
    io.write(file, bytes);
  } catch (error) {
    throw new BadRequest(`${file} cannot be written: ${unwritten(error, option)}${also}`);
  }
}

/** Whoever waited for a long run is not to learn at its end that there is no place for it. */
function checkPlace(io: Io, file: string, option: string): void {
  try {
    io.check?.(file);
  } catch (error) {
    throw new BadRequest(`${file} cannot be written: ${unwritten(error, option)}`);
  }
}

type Refusal = readonly [why: string, next: string];

const CLOSED: Refusal = ['access is not allowed', 'Allow it, or give another place with'];
const IN_USE: Refusal = ['another program has it open', 'Close it there, or give another name with'];
const FULL: Refusal = ['the disk is full', 'Make room on it, or give another place with'];

/** By the codes of the system. */
const WRITE_REFUSALS: Readonly<Record<string, Refusal>> = dictionary({
  ENOENT: ['its folder is not there', 'Make the folder, or give another place with'],
  ENOTDIR: ['its folder is a file', 'Give another place with'],
  EACCES: CLOSED,
  EPERM: CLOSED,
  EBUSY: IN_USE,
  ETXTBSY: IN_USE,
  EISDIR: ['it is a folder', 'Give another name with'],
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: ['the disk takes no file as large', 'Give another place with'],
  EROFS: ['the disk is read-only', 'Give another place with'],
  EIO: ['the disk failed', 'Give another place with'],
  ENAMETOOLONG: ['its name is too long', 'Give another name with'],
});

/** @throws the error itself where it does not come from the file system */
function unwritten(error: unknown, option: string): string {
  const { code, message } = ofSystem(error);
  const [why, next] = WRITE_REFUSALS[code] ?? [message, 'Give another place with'];
  return `${why}. ${next} ${option}.`;
}

const REFUSALS: Readonly<Record<string, string>> = dictionary({
  ENOENT: 'there is no such file or folder',
  EACCES: 'access is not allowed',
  EPERM: 'access is not allowed',
  EBUSY: 'another program has it open',
  EISDIR: 'it is a folder',
});

/** @throws the error itself where it does not come from the file system */
function whyOf(error: unknown): string {
  const { code, message } = ofSystem(error);
  return REFUSALS[code] ?? message;
}

/** @throws the error itself where it does not come from the file system */
function ofSystem(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code !== 'string' || typeof message !== 'string') throw error;
  return { code, message };
}

/** The result, every item of the horizon included, but for where each record stands: items and lines say it. */
function* jsonBytes(result: Reconciliation): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of jsonPieces({ ...result, postings: undefined })) yield encoder.encode(piece);
}

/** What to tell a person; null for a fault of the program. */
function troubleOf(error: unknown): string | null {
  if (error instanceof BadRequest || error instanceof FileProblem) return error.message;
  if (error instanceof TroubleError) return `${error.trouble.what} ${error.trouble.next}`;
  return null;
}
