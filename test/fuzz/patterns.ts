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
const [SHORT, CELL] = [1_000, 32_767];
/** Milliseconds: a pattern that looks at each character once takes far less for a whole cell. */
const [SUSPECT, BOUND] = [0.4, 150];

/** What makes a pattern slow, and how slow; null where nothing does. */
export function slowText({ source, flags }: Pattern, longest = CELL): string | null {
  // A sticky pattern is tried in one place only.
  const pattern = new RegExp(flags.includes('y') ? `^(?:${source})` : source, flags.replace(/[gy]/g, ''));
  const own = [...new Set(source.replace(/\\[dswbDSWBpPu]/g, ''))].filter((mark) => !/[\\^$|?*+()[\]{}]/.test(mark));
  for (const unit of new Set([...UNITS, ...own]))
    for (const start of STARTS) {
      const text = (length: number): string => `${start}${unit.repeat(Math.ceil(length / unit.length))}\u0001`;
      if (spent(pattern, text(SHORT)) < SUSPECT) continue;
      // The processor's own time: others may be at work on the machine.
      const taken = Math.min(spent(pattern, text(longest)), spent(pattern, text(longest)));
      if (taken > BOUND) return `${JSON.stringify(start + unit)} repeated: ${Math.round(taken)} ms`;
    }
  return null;
}

const room = createContext({ pattern: / /, text: '' });
const search = new Script('pattern.test(text)');
/** Wall clock: ends what would not end. */
const PATIENCE = 1_000;

function spent(pattern: RegExp, text: string): number {
  Object.assign(room, { pattern, text });
  const before = process.cpuUsage();
  try {
    search.runInContext(room, { timeout: PATIENCE });
  } catch {
    return PATIENCE;
  }
  return process.cpuUsage(before).user / 1000;
}
