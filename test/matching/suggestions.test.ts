import type { Link } from '../../src/domain/link';
import { Desk } from '../../src/matching/desk';
import type { Linked } from '../../src/matching/desk';
import { nameRecords } from '../../src/matching/named';
import { numberRecords } from '../../src/matching/numbered';
import { settleSuggestions } from '../../src/matching/suggestions';
import { book, OPTIONS } from './support/book';

function desk(table: string): Desk {
  const records = numberRecords(book(table));
  return new Desk(
    records,
    { ...OPTIONS, suggestedInNumbers: false },
    {
      named: nameRecords(records),
      customerBy: [],
      groupOf: (customer) => customer,
      closed: new Set(),
      knownBy: new Map(),
    },
  );
}

/** A receipt that pays an invoice of the desk. */
function paid(at: Desk, left: string, right: string, allocated: number, state: Link['state']): Linked {
  const [invoice, receipt] = [at.invoices.find(({ key }) => key === left), at.receipts.find(({ key }) => key === right)];
  if (invoice === undefined || receipt === undefined) throw new RangeError(`no ${left} or ${right}`);
  const link: Link = {
    kind: 'invoice-receipt',
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
  };
  return { link, left: invoice, right: receipt };
}

test('suggestions that together need more of a receipt than is left of it are dropped, all of them', () => {
  const at = desk(`
    invoice  INV-1  Halden Ltd   40.00 EUR  2024-03-01
    invoice  INV-2  Halden Ltd   50.00 EUR  2024-03-01
    invoice  INV-3  Halden Ltd   50.00 EUR  2024-03-01
    receipt  R-1    Halden Ltd  100.00 EUR  2024-04-01
  `);
  at.addLinks([
    paid(at, 'invoice.INV-2', 'receipt.R-1', 5_000, 'suggested'),
    paid(at, 'invoice.INV-3', 'receipt.R-1', 5_000, 'suggested'),
  ]);
  at.addLinks([paid(at, 'invoice.INV-1', 'receipt.R-1', 4_000, 'matched')]);
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
    paid(at, 'invoice.INV-2', 'receipt.R-1', 5_000, 'suggested'),
    paid(at, 'invoice.INV-3', 'receipt.R-1', 5_000, 'suggested'),
  ]);
  settleSuggestions(at);
  expect(at.links).toHaveLength(2);
});
