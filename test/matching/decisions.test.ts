import { matchKey } from '../../src/domain/link';
import type { Alias, LinkDecision } from '../../src/settings/decisions';
import { links, match, names } from './support/book';

const alias = (from: string, to: string, fromDate = ''): Alias => ({
  kind: 'Customer',
  from,
  to,
  fromDate,
  decidedBy: '',
  decidedAt: '',
});
const decide = (decision: LinkDecision['decision'], key: string): LinkDecision => ({
  matchKey: key,
  decision,
  decidedBy: '',
  decidedAt: '',
});

const TWO_NAMES = `
  deal     D-1    Halden Ltd       123.00 EUR  2024-01-01
  invoice  INV-1  Oakmere Trading  123.00 EUR  2024-01-15
`;

describe('aliases', () => {
  test('join what nothing else would', () => {
    const matching = match(TWO_NAMES, {}, { aliases: [alias('oakmere trading', 'Halden Ltd')] });
    expect(names(matching)).toEqual(['Halden Ltd = Oakmere Trading  confirmed']);
    expect(links(matching)).toEqual(['D-1 > INV-1  123.00  exact amount, inferred, matched']);
  });

  test('count from their date on', () => {
    expect(names(match(TWO_NAMES, {}, { aliases: [alias('Oakmere Trading', 'Halden Ltd', '2024-01-16')] }))).toEqual([]);
  });

  test('a circle of aliases ends', () => {
    const circle = [alias('Halden Ltd', 'Oakmere Trading'), alias('Oakmere Trading', 'Halden Ltd')];
    expect(() => match(TWO_NAMES, {}, { aliases: circle })).not.toThrow();
  });
});

describe('link decisions', () => {
  const table = `
    deal     D-1    Halden Ltd  123.00 EUR  2024-01-01
    deal     D-2    Halden Ltd  900.00 EUR  2024-01-01
    invoice  INV-1  Halden Ltd  123.00 EUR  2024-01-15
  `;

  test('a refused link is never proposed again', () => {
    expect(
      links(match(table, {}, { links: [decide('refused', matchKey('deal-invoice', 'deal.D-1', 'invoice.INV-1'))] })),
    ).toEqual([]);
  });

  test('a confirmed link stands, whatever the passes would say', () => {
    expect(
      links(match(table, {}, { links: [decide('confirmed', matchKey('deal-invoice', 'deal.D-2', 'invoice.INV-1'))] })),
    ).toEqual(['D-2 > INV-1  123.00  decision, stated, confirmed']);
  });

  test('confirmed rows of one combined invoice share it', () => {
    const found = match(
      `
        deal     D-1    Halden Ltd    400.00 EUR  2024-01-01
        deal     D-2    Brockley plc  600.00 EUR  2024-01-01
        invoice  INV-1  Halden Ltd  1,000.00 EUR  2024-01-15
      `,
      {},
      {
        links: [
          decide('confirmed', matchKey('deal-invoice', 'deal.D-2', 'invoice.INV-1')),
          decide('confirmed', matchKey('deal-invoice', 'deal.D-1', 'invoice.INV-1')),
        ],
      },
    );
    expect(links(found)).toEqual([
      'D-1 > INV-1  400.00  decision, stated, confirmed',
      'D-2 > INV-1  600.00  decision, stated, confirmed',
    ]);
  });

  test('a decision about a record that is gone is returned, not lost', () => {
    const key = matchKey('deal-invoice', 'deal.D-9', 'invoice.INV-1');
    expect(match(table, {}, { links: [decide('confirmed', key)] }).goneDecisions).toEqual([key]);
  });

  test('customers confirmed or refused by name', () => {
    const confirmed = decide('confirmed', matchKey('customer', 'Halden Ltd', 'Oakmere Trading'));
    expect(names(match(TWO_NAMES, {}, { links: [confirmed] }))).toEqual(['Halden Ltd = Oakmere Trading  confirmed']);
    const refused = decide('refused', matchKey('customer', 'Halden Ltd', 'HALDEN LIMITED'));
    const alike = `
      deal     D-1    Halden Ltd      123.00 EUR  2024-01-01
      invoice  INV-1  HALDEN LIMITED  123.00 EUR  2024-01-15
    `;
    expect(names(match(alike))).toEqual(['Halden Ltd = HALDEN LIMITED  matched']);
    expect(names(match(alike, {}, { links: [refused] }))).toEqual([]);
  });
});

describe('suggested links', () => {
  // A payer nobody knows quotes digits without their prefix: enough for a suggestion, no more.
  const table = `
    invoice  INV-1001  Halden Ltd   1,000.00 EUR  2024-01-10
    receipt  R-1       -              400.00 EUR  2024-01-20  ref=1001
    receipt  R-2       Halden Ltd   1,000.00 EUR  2024-02-01
  `;

  test('in the numbers: they take what they carry', () => {
    expect(links(match(table, { suggestedInNumbers: true }))).toContain('INV-1001 > R-1  400.00  reference, stated, suggested');
    expect(links(match(table, { suggestedInNumbers: true }))).not.toContain(
      'INV-1001 > R-2  1000.00  exact amount, inferred, matched',
    );
  });

  test('out of the numbers: a surer candidate has the invoice', () => {
    expect(links(match(table, { suggestedInNumbers: false }))).toEqual([
      'INV-1001 > R-2  1000.00  exact amount, inferred, matched',
    ]);
  });

  test('out of the numbers: they are still shown where nothing surer came', () => {
    const alone = table
      .split('\n')
      .filter((line) => !line.includes('R-2'))
      .join('\n');
    expect(links(match(alone, { suggestedInNumbers: false }))).toEqual(['INV-1001 > R-1  400.00  reference, stated, suggested']);
  });
});
