import fc from 'fast-check';
import { KeyTable } from '../../src/domain/byKey';
import { batchesOf } from '../../src/variance/batches';
import { customerGroups, UNIDENTIFIED_PAYER } from '../../src/variance/customers';
import { LinkBook } from '../../src/variance/links';
import { register } from '../../src/variance/register';
import { books } from './support/generate';

test('every record is in one batch, and no link and no customer reaches from one into another', () => {
  let several = 0;
  fc.assert(
    fc.property(books(), fc.integer({ min: 1, max: 20 }), (input, size) => {
      const records = register([...input.deals, ...input.invoices, ...input.revenue, ...input.receipts], new KeyTable());
      const links = new LinkBook(input.matching.links, records, true);
      const customers = records.all.map(customerGroups(input.matching, 'account').ofRecord);
      const batches = batchesOf(customers, links, size).map((batch) => [...batch]);

      expect(batches.flat().sort((a, b) => a - b)).toEqual([...records.all.keys()]);
      for (const batch of batches) expect(batch).toEqual([...batch].sort((a, b) => a - b));
      const batchOf = new Map(batches.flatMap((batch, at) => batch.map((no) => [no, at])));
      const ofCustomer = new Map<string, number | undefined>();
      for (const [no, customer] of customers.entries()) {
        for (const { no: partner } of links.of(no)) expect(batchOf.get(partner)).toBe(batchOf.get(no));
        if (customer === UNIDENTIFIED_PAYER) continue;
        expect(ofCustomer.get(customer) ?? batchOf.get(no)).toBe(batchOf.get(no));
        ofCustomer.set(customer, batchOf.get(no));
      }
      if (batches.length > 1) several += 1;
    }),
    { seed: 20_260_331, numRuns: 150 },
  );
  expect(several).toBeGreaterThan(20);
});
