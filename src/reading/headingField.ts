/** What the headings of a grouped report name: customers mostly, sometimes owners, items or accounts. */

import type { Role } from '../domain/record';
import type { ColumnGuess } from '../settings/inspection';
import { HEADINGS } from '../settings/mapping';
import type { Field } from '../settings/mapping';
import type { StraightGrid } from './straighten';
import { cellText, foldText } from './text';

/** Words of a report's title that tell by what its rows are grouped. */
const TITLES: readonly (readonly [RegExp, Field])[] = [
  [
    /\b(?:by|per) (?:sales ?rep|sales ?person|owner|account manager)|nach (?:verkaufer|vertreter)|par (?:commercial|vendeur)|por vendedor|per verkoper/,
    'owner',
  ],
  [
    /\b(?:by|per) (?:product|service|item)|nach (?:artikel|produkt)|par (?:article|produit)|por (?:articulo|produto|producto)|per artikel/,
    'item',
  ],
  [
    /\b(?:by|per) (?:customer|client|account)|nach (?:kunde|kunden|debitor)|par client|por cliente|per klant|customer|receivable|debitor|a\/r/,
    'customer',
  ],
  [/account transactions|general ledger|journal|kontenblatt|grand livre|libro mayor|grootboek/, 'account'],
];

const SURE = 0.85;
const LIKELY = 0.6;

/** The guesses with one for the headings of each level, where they can be told; rows without one are left as they are. */
export function withHeadingGuess(
  role: Role,
  grid: StraightGrid,
  headerRow: number,
  guesses: readonly ColumnGuess[],
): ColumnGuess[] {
  if (grid.isHeading === null) return [...guesses];
  const taken = new Set(guesses.map(({ field }) => field));
  const title = titleOf(grid, headerRow);
  const told = TITLES.find(([words]) => words.test(title))?.[1] ?? null;
  const levels = (grid.values[0]?.length ?? grid.width) - grid.width;
  const found = levels === 1 ? oneLevel(role, told, taken) : twoLevels(grid.headingsArePart, told, taken);
  return [...guesses, ...found.map(({ level, ...guess }) => ({ ...guess, column: grid.width + level }))];
}

interface HeadingGuess extends Omit<ColumnGuess, 'column'> {
  readonly level: number;
}

const BETWEEN = 'headings between the rows';

function oneLevel(role: Role, told: Field | null, taken: ReadonlySet<Field>): HeadingGuess[] {
  const guess = (field: Field, confidence: number, reason = BETWEEN): HeadingGuess[] => [{ level: 0, field, confidence, reason }];
  if (told !== null && !taken.has(told)) return guess(told, SURE, `${BETWEEN}, and the title says so`);
  if (!taken.has('customer')) return guess(NAMED.has(role) ? 'customer' : 'text', SURE);
  return taken.has('owner') ? [] : guess('owner', LIKELY);
}

/** Customers within their parents, or customers within owners, unless a column names them. */
function twoLevels(areParts: boolean, told: Field | null, taken: ReadonlySet<Field>): HeadingGuess[] {
  const outer = areParts ? 'parent' : 'owner';
  const confidence = areParts || told === outer ? SURE : LIKELY;
  return (
    [
      [0, outer],
      [1, 'customer'],
    ] as const
  ).flatMap(([level, field]) => (taken.has(field) ? [] : [{ level, field, confidence, reason: BETWEEN }]));
}

const NAMED: ReadonlySet<Role> = new Set<Role>(['deals', 'invoices', 'credits', 'receipts', 'schedule', 'customers']);

function titleOf({ values, sheet }: StraightGrid, headerRow: number): string {
  const above = values.slice(0, Math.max(0, headerRow)).flat();
  return foldText([sheet, ...above.map((cell) => cellText(cell))].join(' '));
}

/** Up to three headings of each level, in their order. */
export function headingExamples(
  { values, width, isHeading }: StraightGrid,
  headerRow: number,
): { column: number; examples: string[] }[] {
  if (isHeading === null) return [];
  const levels = (values[0]?.length ?? width) - width;
  return Array.from({ length: levels }, (_, level) => {
    const found = new Set<string>();
    for (let row = headerRow + 1; row < values.length && found.size < 3; row += 1) {
      const text = cellText(values[row]?.[width + level]);
      if (text !== '') found.add(text);
    }
    return { column: HEADINGS - level, examples: [...found] };
  });
}
