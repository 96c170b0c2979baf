import type { Link, LinkKind } from '../../src/domain/link';
import { Desk } from '../../src/matching/desk';
import { nameRecords } from '../../src/matching/named';
import { settleSuggestions } from '../../src/matching/suggestions';
import { book, OPTIONS } from './support/book';

function desk(table: string): Desk {
  const records = book(table);
  const options = { ...OPTIONS, suggestedInNumbers: false };
  return new Desk(records, options, nameRecords(records), new Map(), (customer) => customer, new Set());
}

const link = (kind: LinkKind, left: string, right: string, allocated: number, state: Link['state']): Link => ({
  kind,
  left,
  right,
  allocated,
  currency: 'EUR',
  pass: 'a pass',
  probability: 0.8,
  certainty: 'inferred',
  evidence: [],
  runnerUp: '',
  state,
});

test('suggestions that together need more of a receipt than is left of it are dropped, all of them', () => {
  const at = desk(`
    invoice  INV-1  Halden Ltd   40.00 EUR  2024-03-01
    invoice  INV-2  Halden Ltd   50.00 EUR  2024-03-01
    invoice  INV-3  Halden Ltd   50.00 EUR  2024-03-01
    receipt  R-1    Halden Ltd  100.00 EUR  2024-04-01
  `);
  at.addLinks([
    link('invoice-receipt', 'invoice.INV-2', 'receipt.R-1', 5_000, 'suggested'),
    link('invoice-receipt', 'invoice.INV-3', 'receipt.R-1', 5_000, 'suggested'),
  ]);
  at.addLinks([link('invoice-receipt', 'invoice.INV-1', 'receipt.R-1', 4_000, 'matched')]);
  settleSuggestions(at);
  expect(at.links.map(({ left }) => left)).toEqual(['invoice.INV-1']);
});

test('suggestions that fit together stay', () => {
  const at = desk(`
    invoice  INV-2  Halden Ltd   50.00 EUR  2024-03-01
    invoice  INV-3  Halden Ltd   50.00 EUR  2024-03-01
    receipt  R-1    Halden Ltd  100.00 EUR  2024-04-01
  `);
  at.addLinks([
    link('invoice-receipt', 'invoice.INV-2', 'receipt.R-1', 5_000, 'suggested'),
    link('invoice-receipt', 'invoice.INV-3', 'receipt.R-1', 5_000, 'suggested'),
  ]);
  settleSuggestions(at);
  expect(at.links).toHaveLength(2);
});
