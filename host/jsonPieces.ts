/** JSON in pieces: the text of a large result would be longer than a string can be. */

import { ByKey } from '../src/domain/byKey';

const INDENT = '  ';

/** The same text as `JSON.stringify(value, null, 2)` with maps as objects, cut between the members of its members. */
export function* jsonPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  let before = '{';
  for (const [name, member] of members) {
    yield `${before}\n${INDENT}${JSON.stringify(name)}: `;
    yield* memberPieces(member);
    before = ',';
  }
  yield members.length === 0 ? '{}' : '\n}';
}

function* memberPieces(member: unknown): Generator<string> {
  const isList = Array.isArray(member);
  const parts = isList ? member.map((part: unknown) => ['', part ?? null] as const) : namedParts(member);
  if (parts.length === 0) {
    yield textOf(member);
    return;
  }
  let before = isList ? '[' : '{';
  for (const [name, part] of parts) {
    yield `${before}\n${INDENT}${INDENT}${name}${textOf(part).replaceAll('\n', `\n${INDENT}${INDENT}`)}`;
    before = ',';
  }
  yield `\n${INDENT}${isList ? ']' : '}'}`;
}

function namedParts(member: unknown): (readonly [name: string, part: unknown])[] {
  if (typeof member !== 'object' || member === null) return [];
  const parts = Object.entries(plain(member) as object) as [string, unknown][];
  return parts.filter(([, part]) => part !== undefined).map(([key, part]) => [`${JSON.stringify(key)}: `, part]);
}

/** Maps become objects. */
const plain = (value: unknown): unknown =>
  value instanceof Map || value instanceof ByKey ? Object.fromEntries(value as ReadonlyMap<string, unknown>) : value;

const textOf = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => plain(part), INDENT);
