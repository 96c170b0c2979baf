/** A run as the command line prints it: totals, differences, exceptions, tie-out. */

import { minorDigits, toMajor } from '../src/domain/money';
import type { Digest } from '../src/report/plan';

/** Columns padded to one width; the last `numbers` columns stand right. */
function columns(rows: readonly (readonly string[])[], numbers: number): string[] {
  const widths = rows.reduce<number[]>((most, row) => row.map((text, i) => Math.max(most[i] ?? 0, text.length)), []);
  return rows.map((row) =>
    row
      .map((text, i) => (i >= row.length - numbers ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

export function runSummary(digest: Digest): string {
  const amount = (minor: number | null, currency: string): string =>
    minor === null
      ? 'not provided'
      : toMajor(minor, currency).toLocaleString('en', {
          minimumFractionDigits: minorDigits(currency),
          maximumFractionDigits: minorDigits(currency),
        });
  const own = (minor: number | null): string => amount(minor, digest.currency);
  const tieOut = digest.tieOut.map((row) => [
    row.source,
    row.role,
    row.cause,
    String(row.rows),
    `${amount(row.amount, row.currency)} ${row.currency}`,
    row.measure === null ? '' : `${own(row.measure)} ${digest.currency}`,
    row.ties ? 'ties' : 'DOES NOT TIE',
  ]);
  const found = digest.exceptions.filter(({ count }) => count > 0);
  return [
    `Period ${digest.period}, as-of ${digest.asOf}, ${digest.currency === '' ? 'no currency stated' : `in ${digest.currency}`}`,
    '',
    ...columns(
      digest.totals.map(({ measure, amount: total }) => [measure, own(total)]),
      1,
    ),
    '',
    ...digest.gaps.map(({ headline }) => headline),
    '',
    `${String(digest.lines)} lines, ${String(digest.items)} items, ${digest.identitiesHold ? 'every line adds up to the cent' : 'SOME LINES DO NOT ADD UP'}`,
    `Exceptions: ${found.length === 0 ? 'none' : found.map(({ priority, count, amount: sum }) => `${count} ${priority} (${own(sum)})`).join(', ')}`,
    '',
    'Tie-out',
    ...columns(tieOut, 4),
    ...(digest.changes.length === 0 ? [] : ['', ...digest.changes]),
    ...(digest.messages.length === 0 ? [] : ['', ...digest.messages]),
  ].join('\n');
}
