/** What Microsoft documents: the classes of `Excel` in the typings, each member with the requirement set it came with. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface DocumentedMember {
  readonly name: string;
  readonly sort: 'property' | 'event' | 'method';
  readonly isReadOnly: boolean;
}

export interface DocumentedClass {
  readonly name: string;
  readonly members: readonly DocumentedMember[];
}

const TYPINGS = '@types/office-js/index.d.ts';

/** The last requirement set that the table looks at: ExcelApi 1.10, the one the add-in asks for. */
export const LAST_MINOR = 10;

const CLASS = /\n {4}class (\w+) extends OfficeExtension\.ClientObject \{\n([\s\S]*?)\n {4}\}/g;
const MEMBER = /\n {8}\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {8}(readonly )?(\w+)(\(|\??:) ?(OfficeExtension\.EventHandlers)?/g;
const API_SET = /\[Api set: ExcelApi 1\.(\d+)\b/;

const namespaceOf = (text: string): string => {
  const begin = text.indexOf('\ndeclare namespace Excel {');
  return text.slice(begin, text.indexOf('\n}\n', begin));
};

const membersOf = (body: string): DocumentedMember[] => {
  const members = new Map<string, DocumentedMember>();
  for (const [, told = '', readOnly, name = '', mark, event] of `\n${body}`.matchAll(MEMBER)) {
    const minor = Number(API_SET.exec(told)?.[1] ?? Infinity);
    if (minor > LAST_MINOR) continue;
    const sort = event ? 'event' : mark === '(' ? 'method' : 'property';
    members.set(name, { name, sort, isReadOnly: readOnly !== undefined });
  }
  return [...members.values()];
};

/** All classes with members of ExcelApi 1.1 to 1.10, in the order of the typings. */
export const documentedClasses = (): DocumentedClass[] => {
  const text = readFileSync(createRequire(import.meta.url).resolve(TYPINGS), 'utf8').replaceAll('\r\n', '\n');
  return [...namespaceOf(text).matchAll(CLASS)]
    .map(([, name = '', body = '']) => ({ name, members: membersOf(body) }))
    .filter(({ members }) => members.length > 0);
};
