import { matchKey } from '../../src/domain/link';
import type { Matching } from '../../src/domain/link';
import type { Alias, Decisions, LinkDecision } from '../../src/settings/decisions';
import { match, names, nearest } from './support/book';

const alias = (from: string, to: string, more: Partial<Alias> = {}): Alias => ({
  kind: 'Customer',
  from,
  to,
  fromDate: '',
  decidedBy: '',
  decidedAt: '',
  ...more,
});
const decide = (decision: LinkDecision['decision'], left: string, right: string, decidedAt = ''): LinkDecision => ({
  matchKey: matchKey('customer', left, right),
  decision,
  decidedBy: '',
  decidedAt,
});
const confirm = (left: string, right: string, decidedAt?: string): LinkDecision => decide('confirmed', left, right, decidedAt);
const refuse = (left: string, right: string, decidedAt?: string): LinkDecision => decide('refused', left, right, decidedAt);
const faults = ({ decisionFaults }: Matching): string[] =>
  decisionFaults.map(({ code, decision, by }) => `${code}: ${decision} < ${by}`);

const TWO_NAMES = `
  deal     D-1    Halden Ltd       123.00 EUR  2024-01-01
  invoice  INV-1  Oakmere Trading  123.00 EUR  2024-01-15
`;
const two = (decisions: Partial<Decisions>): Matching => match(TWO_NAMES, {}, decisions);
const ONE = ['Halden Ltd = Oakmere Trading  confirmed'];

describe('a confirmed pair', () => {
  test('settles every record of the two names, however they are written', () => {
    const matching = match(
      `
        deal     D-1    HALDEN LIMITED    123.00 EUR  2024-01-01
        invoice  INV-1  OAKMERE TRADING.  123.00 EUR  2024-01-15
        invoice  INV-2  Oakmere Trading   456.00 EUR  2024-01-15  customerId=77
        receipt  R-1    oakmere  trading  123.00 EUR  2024-02-15
      `.replace('oakmere  trading', 'oakmere trading'),
      {},
      { links: [confirm('Halden Ltd', 'Oakmere Trading')] },
    );
    expect(new Set(matching.customerOf.values()).size).toBe(1);
    expect(matching.goneDecisions).toEqual([]);
  });

  test('holds whichever side is named first', () => {
    expect(names(two({ links: [confirm('Oakmere Trading', 'Halden Ltd')] }))).toEqual(ONE);
  });

  test('holds where the names hold the separator themselves', () => {
    const table = TWO_NAMES.replace('Halden Ltd', 'Halden | Co').replace('Oakmere Trading', 'Oak | mere | Trading');
    expect(names(match(table, {}, { links: [confirm('Halden | Co', 'Oak | mere | Trading')] }))).toEqual([
      'Halden | Co = Oak | mere | Trading  confirmed',
    ]);
  });

  test('holds against ids and tax numbers that conflict', () => {
    const table = `
      deal     D-1    Halden Ltd       123.00 EUR  2024-01-01  vat=GB123456789
      invoice  INV-1  Oakmere Trading  123.00 EUR  2024-01-15  vat=GB987654321
    `;
    expect(names(match(table, {}, { links: [confirm('Halden Ltd', 'Oakmere Trading')] }))).toEqual(ONE);
  });

  test('of two accounts of the name the one that the facts speak for', () => {
    const matching = match(
      `
        deal     D-1    Halden Ltd       123.00 EUR  2024-01-01  customerId=A-1
        deal     D-2    Halden Ltd       123.00 EUR  2024-01-01  customerId=A-2  domain=oakmere.com
        invoice  INV-1  Oakmere Trading  123.00 EUR  2024-01-15  domain=oakmere.com
      `,
      {},
      { links: [confirm('Halden Ltd', 'Oakmere Trading')] },
    );
    expect(matching.customerLinks.map(({ leftId, right, state }) => [leftId, right, state])).toEqual([
      ['A-2', 'Oakmere Trading', 'confirmed'],
    ]);
  });
});

describe('a refused pair', () => {
  const refused = [refuse('Halden Ltd', 'Oakmere Trading')];

  test('is not joined by what it has in common', () => {
    const table = `
      deal     D-1    HALDEN LIMITED   123.00 EUR  2024-01-01  vat=GB123456789  domain=halden.com
      invoice  INV-1  Oakmere Trading  123.00 EUR  2024-01-15  vat=GB123456789  domain=halden.com
    `;
    const matching = match(table, {}, { links: refused });
    expect(names(matching)).toEqual([]);
    expect(new Set(matching.customerOf.values()).size).toBe(2);
  });

  test('is not joined through a third', () => {
    const table = `
      deal     D-1    Halden Ltd       123.00 EUR  2024-01-01
      invoice  INV-1  Oakmere Trading  123.00 EUR  2024-01-15
      invoice  INV-2  Halden Limited   456.00 EUR  2024-01-15
      receipt  R-1    Oakmere Trdg     123.00 EUR  2024-02-01  ref=INV-1
    `;
    const { customerOf } = match(table, {}, { aliases: [alias('Oakmere Trdg', 'Halden Ltd')], links: refused });
    expect(customerOf.get('deal.D-1')).not.toBe(customerOf.get('invoice.INV-1'));
  });

  test('is not joined by a row of the customer list', () => {
    const matching = match(
      `
        customer  Halden Ltd  A-1  L-9
        deal     D-1    Halden Ltd       123.00 EUR  2024-01-01  customerId=A-1
        invoice  INV-1  Oakmere Trading  123.00 EUR  2024-01-15  customerId=L-9
      `,
      {},
      { links: refused },
    );
    expect(names(matching)).toEqual([]);
    expect(new Set(matching.customerOf.values()).size).toBe(2);
  });

  test('leaves the next candidate to be found', () => {
    const matching = match(
      `
        deal     D-1    Halden Software Ltd   123.00 EUR  2024-01-01
        deal     D-2    Halden Softwares Ltd  123.00 EUR  2024-01-01
        invoice  INV-1  Halden Software       123.00 EUR  2024-01-15
      `,
      {},
      { links: [refuse('Halden Software Ltd', 'Halden Software')] },
    );
    expect(names(matching)).toEqual([expect.stringContaining('Halden Softwares Ltd = Halden Software')]);
  });

  test('says so where the two have no other', () => {
    const table = `
      deal     D-1    Halden Ltd      123.00 EUR  2024-01-01
      invoice  INV-1  HALDEN LIMITED  123.00 EUR  2024-01-15
    `;
    const matching = match(table, {}, { links: [refuse('Halden Ltd', 'HALDEN LIMITED')] });
    expect(nearest(matching)).toEqual([
      'HALDEN LIMITED ~ Halden Ltd: a person refused it',
      'Halden Ltd ~ HALDEN LIMITED: a person refused it',
    ]);
  });
});

describe('aliases', () => {
  test('are found though the name is written otherwise', () => {
    expect(names(two({ aliases: [alias('OAKMERE TRADING.', 'Halden Limited')] }))).toEqual([
      'Halden Ltd = Oakmere Trading  confirmed',
    ]);
  });

  test('of a name of four letters or of signs only join as well', () => {
    const table = TWO_NAMES.replace('Halden Ltd', '+++').replace('Oakmere Trading', 'ABB');
    expect(names(match(table, {}, { aliases: [alias('ABB', '+++')] }))).toEqual(['+++ = ABB  confirmed']);
  });

  test('of several from their dates on each has its time', () => {
    const table = `
      deal     D-1    Halden Ltd    123.00 EUR  2024-01-01
      deal     D-2    Corvane AG    123.00 EUR  2024-01-01
      invoice  INV-1  Oakmere       123.00 EUR  2023-12-31
      invoice  INV-2  Oakmere       123.00 EUR  2024-01-15
      invoice  INV-3  Oakmere       123.00 EUR  2024-06-15
    `;
    const aliases = [
      alias('Oakmere', 'Corvane AG', { fromDate: '2024-06-01' }),
      alias('Oakmere', 'Halden Ltd', { fromDate: '2024-01-01' }),
    ];
    const { customerOf } = match(table, {}, { aliases });
    expect(['INV-1', 'INV-2', 'INV-3'].map((id) => customerOf.get(`invoice.${id}`))).toEqual([
      'customer.oakmere',
      'customer.halden ltd',
      'customer.corvane ag',
    ]);
  });

  test('in a circle: the last typed holds, the one that would close it is told', () => {
    const matching = two({ aliases: [alias('Halden Ltd', 'Oakmere Trading'), alias('Oakmere Trading', 'Halden Ltd')] });
    expect(names(matching)).toEqual(ONE);
    expect(faults(matching)).toEqual(['circular: alias|Halden Ltd|Oakmere Trading < alias|Oakmere Trading|Halden Ltd']);
  });

  test('that contradict: the last typed holds, the other is told', () => {
    const matching = two({ aliases: [alias('Oakmere Trading', 'Halden Ltd'), alias('Oakmere Trading', 'Corvane AG')] });
    expect(names(matching)).toEqual([]);
    expect(faults(matching)).toEqual(['overruled: alias|Oakmere Trading|Halden Ltd < alias|Oakmere Trading|Corvane AG']);
    const dated = two({
      aliases: [
        alias('Oakmere Trading', 'Halden Ltd', { decidedAt: '2024-05-02' }),
        alias('Oakmere Trading', 'Corvane AG', { decidedAt: '2024-05-01' }),
      ],
    });
    expect(names(dated)).toEqual(ONE);
  });

  test('that contradict: a row without a date was typed no earlier than those above it', () => {
    const dated = [
      alias('Oakmere Trading', 'Halden Ltd', { decidedAt: '2024-05-02' }),
      alias('Tamsin Foods', 'Brockley plc'),
      alias('Oakmere Trading', 'Corvane AG', { decidedAt: '2024-05-01' }),
    ];
    expect(names(two({ aliases: dated }))).toEqual(ONE);
    const undated = [...dated, alias('Oakmere Trading', 'Corvane AG')];
    expect(names(two({ aliases: undated }))).toEqual([]);
  });

  test('that contradict: one typed again is typed last', () => {
    const again = alias('Oakmere Trading', 'Halden Ltd');
    expect(names(two({ aliases: [again, alias('Oakmere Trading', 'Corvane AG'), again] }))).toEqual(ONE);
  });

  test('a long chain and a chain into a circle end', () => {
    const chain = Array.from({ length: 300 }, (_, i) => alias(`Name ${i}`, `Name ${i + 1}`));
    const matching = match(
      'deal  D-1  Name 300  1.00 EUR  2024-01-01\ninvoice  INV-1  Name 0  1.00 EUR  2024-01-01',
      {},
      { aliases: [...chain, alias('Name 300', 'Name 150')] },
    );
    expect(new Set(matching.customerOf.values()).size).toBe(1);
    expect(faults(matching)).toHaveLength(1);
  });
});

describe('decisions that contradict each other', () => {
  test.each([
    [[confirm('Halden Ltd', 'Oakmere Trading'), refuse('HALDEN LTD', 'Oakmere Trading')], []],
    [[refuse('HALDEN LTD', 'Oakmere Trading'), confirm('Halden Ltd', 'Oakmere Trading')], ONE],
    [[refuse('HALDEN LTD', 'Oakmere Trading', '2024-05-02'), confirm('Halden Ltd', 'Oakmere Trading', '2024-05-01')], []],
    [
      [
        refuse('HALDEN LTD', 'Oakmere Trading', '2024-05-01'),
        refuse('Halden Ltd', 'Oakmere Trading'),
        confirm('Halden Ltd', 'Oakmere Trading', '2024-01-01'),
      ],
      [],
    ],
  ])('of one pair the last typed holds (%#)', (links, expected) => {
    const matching = two({ links });
    expect(names(matching)).toEqual(expected);
    expect(matching.decisionFaults.map(({ code }) => code)).toEqual(['overruled']);
  });

  test('an alias and a refusal: the later holds; without dates the refusal', () => {
    const aliases = (decidedAt: string): Alias[] => [alias('Oakmere Trading', 'Halden Ltd', { decidedAt })];
    const undated = two({ aliases: aliases(''), links: [refuse('Halden Ltd', 'Oakmere Trading')] });
    expect(names(undated)).toEqual([]);
    expect(faults(undated)).toEqual(['overruled: alias|Oakmere Trading|Halden Ltd < customer|Halden Ltd|Oakmere Trading']);
    const later = two({ aliases: aliases('2024-05-02'), links: [refuse('Halden Ltd', 'Oakmere Trading', '2024-05-01')] });
    expect(names(later)).toEqual(ONE);
    const half = two({ aliases: aliases('2024-05-02'), links: [refuse('Halden Ltd', 'Oakmere Trading')] });
    expect(names(half)).toEqual([]);
  });

  test('a link of records decided twice: the last holds and the other is told', () => {
    const link = (decision: LinkDecision['decision']): LinkDecision => ({
      ...confirm('', ''),
      matchKey: matchKey('deal-invoice', 'deal.D-1', 'invoice.INV-1'),
      decision,
    });
    const table = TWO_NAMES.replace('Oakmere Trading', 'Halden Ltd');
    const matching = match(table, {}, { links: [link('confirmed'), link('refused')] });
    expect(matching.links).toEqual([]);
    expect(faults(matching)).toHaveLength(1);
  });
});

test('decisions about customers that are gone are told', () => {
  const links = [confirm('Halden Ltd', 'Tamsin Foods'), refuse('Brockley plc', 'Oakmere Trading')];
  expect(two({ links }).goneDecisions).toEqual(['customer|Brockley plc|Oakmere Trading', 'customer|Halden Ltd|Tamsin Foods']);
});
