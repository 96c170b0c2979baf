/** Reports of real systems, known by their headers alone: what each column is, in words that are not Tieout's own. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Report {
  readonly name: string;
  readonly role: string;
  /** "(1)", "(2)" … where the report has no header. */
  readonly headers: readonly string[];
  readonly hasHeader: boolean;
  /** What a header is, for the columns that are anything: meaning → header. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly dateFormat: string;
  readonly amountFormat: string;
}

const fileSchema = z.object({
  entries: z.array(
    z.object({
      system: z.string(),
      report: z.string(),
      role: z.string(),
      headers: z.array(z.string()),
      mapping: z.record(z.string(), z.string()),
      conventions: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});

/** @throws ZodError where the file has another form. */
export function reportsOfFile(file: string): Report[] {
  return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).entries.map((entry) => ({
    name: `${entry.system}: ${entry.report}`,
    role: entry.role,
    headers: entry.headers,
    hasHeader: !entry.headers.every((header) => /^\(\d+\)$/.test(header)),
    mapping: entry.mapping,
    dateFormat: textOf(entry.conventions.dateFormat),
    amountFormat: textOf(entry.conventions.amountFormat),
  }));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * Reports in a compact form, a blank line between them: `role · name · date format · amount format`, then the headers parted
 * by "|", each with its meanings behind "@". A header of "-" is blank.
 */
export function reportsOf(text: string): Report[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [title = '', ...lines] = block.trim().split('\n');
      const [role = '', name = '', dateFormat = '', amountFormat = ''] = title.split('·').map((part) => part.trim());
      const cells = lines
        .join(' ')
        .split('|')
        .map((cell) => cell.split('@').map((part) => part.trim()));
      const headers = cells.map(([header = '']) => (header === '-' ? '' : header));
      const meanings = cells.flatMap(([, ...fields], column) => fields.map((field) => [field, headers[column] ?? ''] as const));
      return { name, role, headers, hasHeader: true, mapping: Object.fromEntries(meanings), dateFormat, amountFormat };
    });
}
