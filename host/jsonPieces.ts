/** JSON in pieces: the text of a large result would be longer than a string can be. */

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
  const parts: [string, unknown][] = isList
    ? member.map((part: unknown) => ['', part ?? null])
    : member instanceof Map
      ? [...(member as ReadonlyMap<string, unknown>)].map(([key, part]) => [`${JSON.stringify(key)}: `, part])
      : [];
  if (parts.length === 0) {
    yield textOf(member).replaceAll('\n', `\n${INDENT}`);
    return;
  }
  let before = isList ? '[' : '{';
  for (const [name, part] of parts) {
    yield `${before}\n${INDENT}${INDENT}${name}${textOf(part).replaceAll('\n', `\n${INDENT}${INDENT}`)}`;
    before = ',';
  }
  yield `\n${INDENT}${isList ? ']' : '}'}`;
}

/** Maps become objects. */
const textOf = (value: unknown): string =>
  JSON.stringify(
    value,
    (_, part: unknown) => (part instanceof Map ? Object.fromEntries(part as ReadonlyMap<string, unknown>) : part),
    INDENT,
  );
