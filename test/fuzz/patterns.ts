/** Every regular expression of the program, and texts that make a careless one go back and forth. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, Script } from 'node:vm';
import { createSourceFile, forEachChild, isRegularExpressionLiteral, ScriptKind, ScriptTarget, type Node } from 'typescript';

export interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

export function sourceFiles(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => path.join(folder, name)),
  );
}

/** Literals as they stand in a file. */
export function patternsIn(file: string): Pattern[] {
  const kind = file.endsWith('x') ? ScriptKind.TSX : ScriptKind.TS;
  const source = createSourceFile(file, readFileSync(file, 'utf8'), ScriptTarget.Latest, true, kind);
  const found: Pattern[] = [];
  const visit = (node: Node): void => {
    if (isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ where: `${file}:${line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Patterns that modules make up when they are loaded. */
export async function madePatterns(load: () => Promise<unknown>): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Own, {
    construct(target, parts: [string | RegExp, string?]) {
      const made = new target(...parts);
      found.push({ where: 'made', source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = Own;
  }
  return found;
}

const UNITS = [
  ...' 1aAé.,-("\'_/:&<=*$+%#\t\n[x'.split(''),
  '1,',
  '1.',
  'a ',
  ' a',
  'a.',
  'ab',
  '1 ',
  '- ',
  '""',
  '&a',
  '<a',
  'A1',
  "''",
  '. ',
];
const STARTS = ['', '1', 'a ', '(', '"', '[', '<', 'A1'];
const [SHORT, CELL] = [3_000, 32_767];
/** Milliseconds: a pattern that looks at each character once takes far less for a whole cell. */
const [SUSPECT, BOUND] = [0.4, 150];

const written = (start: string, unit: string, length: number): string =>
  `${start}${unit.repeat(Math.ceil(length / unit.length))}\u0001`;

type Text = readonly [start: string, unit: string, short: string];

const textsOf = (units: readonly string[]): Text[] =>
  units.flatMap((unit) => STARTS.map((start): Text => [start, unit, written(start, unit, SHORT)]));

const COMMON = textsOf(UNITS);

/** What makes a pattern slow, and how slow; null where nothing does. */
export function slowText({ source, flags }: Pattern, longest = CELL): string | null {
  // A sticky pattern is tried in one place only.
  const pattern = new RegExp(flags.includes('y') ? `^(?:${source})` : source, flags.replace(/[gy]/g, ''));
  const own = [...new Set(source.replace(/\\[dswbDSWBpPu]/g, ''))].filter((mark) => !/[\\^$|?*+()[\]{}]/.test(mark));
  const texts = [...COMMON, ...textsOf(own.filter((mark) => !UNITS.includes(mark)))];
  const short = texts.map(([, , text]) => text);
  for (let at = nextSuspect(pattern, short, 0); at < texts.length; at = nextSuspect(pattern, short, at + 1)) {
    const [start = '', unit = ' '] = texts[at] ?? [];
    const text = written(start, unit, longest);
    // The processor's own time, and that twice: others may be at work on the machine.
    const taken = spent(pattern, text);
    if (taken > BOUND && spent(pattern, text) > BOUND) return `${JSON.stringify(start + unit)} repeated: ${Math.round(taken)} ms`;
  }
  return null;
}

const clock = (): number => process.cpuUsage().user / 1000;
const room = createContext({ pattern: / /, texts: [''], at: 0, clock, suspect: SUSPECT });
const search = new Script(`for (; at < texts.length; at += 1) {
  const before = clock();
  pattern.test(texts[at]);
  if (clock() - before >= suspect) break;
}`);
/** Wall clock: ends what would not end; a suspect is looked at again anyway. */
const [PATIENCE, GLANCE] = [1_000, 200];

/** The next text that takes suspiciously long, from one on; as many as there are texts where none does. */
function nextSuspect(pattern: RegExp, texts: readonly string[], from: number): number {
  Object.assign(room, { pattern, texts, at: from });
  // The text at which the patience ended is as good a suspect as any.
  endsWithin(GLANCE);
  return Number(Reflect.get(room, 'at'));
}

function spent(pattern: RegExp, text: string): number {
  const before = clock();
  Object.assign(room, { pattern, texts: [text], at: 0 });
  return endsWithin(PATIENCE) ? clock() - before : PATIENCE;
}

/** @returns whether the search in the room came to its end. @throws what the pattern throws when it is tried */
function endsWithin(timeout: number): boolean {
  try {
    search.runInContext(room, { timeout });
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return false;
    throw error;
  }
}
