import type { CustomerRecord } from '../../src/domain/record';
import { explain } from '../../src/variance/explain';
import type { VarianceOptions, VarianceResult } from '../../src/variance/input';
import { book } from './support/book';

function lines(text: string, options: Partial<VarianceOptions> = {}, customers: readonly CustomerRecord[] = []): string[] {
  const result: VarianceResult = explain({ ...book(text, { options }), customers });
  expect(result.identities.filter(({ holds }) => !holds)).toEqual([]);
  return result.lines.map(({ owner, measures }) =>
    [owner, (measures.booked ?? 0) / 100, (measures.invoiced ?? 0) / 100, (measures.cash ?? 0) / 100].join('  '),
  );
}

describe('split credit', () => {
  const text = `
      deal     D-1  Acme / Alice  1,000.01  2026-03-05  shares=Alice:70,Bob:30
      invoice  I-1  Acme  1,000.01  2026-03-20
      receipt  R-1  Acme  500.00    2026-03-25
      D-1 ~ I-1  1,000.01
      I-1 ~ R-1  500.00`;

  test('stands with each owner by his share, and so does all that follows', () => {
    expect(lines(text)).toEqual(['Alice  700.01  700.01  350', 'Bob  300  300  150']);
  });

  test('all to the owner where the definitions say so', () => {
    expect(lines(text, { splitCredit: 'owner' })).toEqual(['Alice  1000.01  1000.01  500']);
  });

  test('shares are weights, whatever they sum to; one owner is no split', () => {
    expect(lines(text.replace('Alice:70,Bob:30', 'Alice:0.25,Bob:0.25'))[0]).toBe('Alice  500.01  500.01  250');
    expect(lines(text.replace('Alice:70,Bob:30', 'Alice:50'))).toEqual(['Alice  1000.01  1000.01  500']);
    expect(lines(text.replace('Alice:70,Bob:30', 'Alice:0,Bob:0'))).toEqual(['Alice  1000.01  1000.01  500']);
  });

  test('an invoice for a split deal and another follows both', () => {
    expect(
      lines(`
      deal     D-1  Acme / Alice  600  2026-03-05  shares=Alice:50,Bob:50
      deal     D-2  Acme / Cleo   400  2026-03-05
      invoice  I-1  Acme  1,000  2026-03-20
      D-1 ~ I-1  600
      D-2 ~ I-1  400`),
    ).toEqual(['Alice  300  300  0', 'Bob  300  300  0', 'Cleo  400  400  0']);
  });
});

describe('the owner rule', () => {
  const text = `
      deal     D-1  Acme / Bob    1,000  2026-03-05  ownerAtClose=Alice
      invoice  I-1  Acme / Cleo   1,000  2026-03-20
      D-1 ~ I-1  1,000`;

  test.each([
    ['deal', ['Bob  1000  1000  0']],
    ['deal at close', ['Alice  1000  1000  0']],
    ['own', ['Bob  1000  0  0', 'Cleo  0  1000  0']],
  ] as const)('%s', (ownerRule, expected) => {
    expect(lines(text, { ownerRule })).toEqual(expected);
  });

  test('account: the customer’s owner by its list', () => {
    const input = book(text);
    const listed: CustomerRecord = {
      key: 'customer.Acme',
      source: { sheet: 'Customers', row: 2 },
      name: 'Acme',
      id: '',
      otherId: '',
      parent: '',
      taxNumber: '',
      domain: '',
      owner: 'Dora',
    };
    const result = explain({
      ...input,
      customers: [listed],
      matching: { ...input.matching, listed: new Map([[listed.key, 'Acme']]) },
      options: { ...input.options, ownerRule: 'account' },
    });
    expect(result.lines.map(({ owner }) => owner)).toEqual(['Dora']);
    expect(lines(text, { ownerRule: 'account' })).toEqual(['Bob  1000  1000  0']);
  });
});
