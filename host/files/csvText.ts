/** Records of a delimited text (RFC 4180, and what exports make of it). */

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Fields of each record. Quotes hold delimiters and line breaks; two of them are one. A quote inside a bare field is a
 * letter like any other.
 * @param most stops after so many records
 */
export function* csvRecords(text: string, delimiter: string, most = Infinity): Generator<string[]> {
  let fields: string[] = [];
  let at = 0;
  for (let count = 0; at < text.length && count < most;) {
    const { field, next } = text[at] === '"' ? quotedField(text, at, delimiter) : bareField(text, at, delimiter);
    fields.push(field);
    at = next;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length && text[at] !== '\r' && text[at] !== '\n') continue;
      fields.push('');
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    yield fields;
    count += 1;
    fields = [];
  }
}

interface Field {
  readonly field: string;
  /** Where the delimiter, the line break or the end is. */
  readonly next: number;
}

function bareField(text: string, start: number, delimiter: string): Field {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { field: text.slice(start, at), next: at };
}

function quotedField(text: string, start: number, delimiter: string): Field {
  let field = '';
  let at = start + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    // A quote that is never closed was a letter: the field is bare, and the records after it are not swallowed.
    if (end < 0) return bareField(text, start, delimiter);
    field += text.slice(at, end);
    at = end + 1;
    if (text[at] !== '"') break;
    field += '"';
    at += 1;
  }
  const rest = bareField(text, at, delimiter);
  return { field: field + rest.field, next: rest.next };
}

const SAMPLE = 100;

/**
 * The delimiter that makes most records of one same width; a first line `sep=;` says it outright.
 * @returns the text without such a line
 */
export function sniffDelimiter(text: string): { readonly delimiter: Delimiter; readonly body: string } {
  const named = /^"?sep=([,;\t|])"?[^\S\r\n\t]*\r?\n?/i.exec(text);
  if (named !== null) return { delimiter: named[1] as Delimiter, body: text.slice(named[0].length) };
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = evenness([...csvRecords(text, delimiter, SAMPLE)].map((fields) => fields.length));
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, body: text };
}

/** Separators in records of the commonest width above one. */
function evenness(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([width, count]) => (width - 1) * count));
}
