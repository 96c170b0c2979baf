import fc from 'fast-check';
import { KeyTable } from '../../src/domain/byKey';
import { KIND_BIT } from '../../src/domain/link';
import type { LinkKind } from '../../src/domain/link';
import { LinkBook } from '../../src/variance/links';
import { register } from '../../src/variance/register';
import { books } from './support/generate';

const KINDS = Object.keys(KIND_BIT) as LinkKind[];

test('a link is found from either end, surest first, whether the numbers of its ends are known, unknown or wrong', () => {
  let several = 0;
  fc.assert(
    fc.property(books(), fc.nat(), (input, shift) => {
      const table = new KeyTable();
      const records = register([...input.deals, ...input.invoices, ...input.revenue, ...input.receipts], table);
      const { links } = input.matching;
      const right = Uint32Array.from(
        links.flatMap(({ left, right }) => [left, right].map((key) => Math.max(0, table.numberOf(key)))),
      );
      const wrong = right.map((number) => (number + shift) % (records.all.length + 2));
      const plain = new LinkBook(links, records, true);
      for (const ends of [right, wrong, right.subarray(0, 2)]) {
        const book = new LinkBook(links, records, true, ends);
        for (const no of records.all.keys()) expect(book.of(no)).toEqual(plain.of(no));
      }

      for (const [no, record] of records.all.entries()) {
        const ties = plain.of(no);
        const inScope = links.filter(
          ({ left, right }) =>
            left !== right && [left, right].includes(record.key) && [left, right].every((key) => records.get(key)),
        );
        expect(new Set(ties.map(({ link }) => link))).toEqual(new Set(inScope));
        expect(ties.map(({ isSuggested }) => isSuggested)).toEqual(ties.map(({ isSuggested }) => isSuggested).sort());
        const partners: number[] = [];
        plain.eachPartner(no, (partner) => partners.push(partner));
        expect(partners).toEqual(ties.map((tie) => tie.no));
        expect(plain.of(no, undefined, (partner) => partner > no)).toEqual(ties.filter((tie) => tie.no > no));
        for (const kind of KINDS) {
          const ofKind = ties.filter(({ link }) => link.kind === kind);
          expect(plain.ofKind(no, kind)).toEqual(ofKind);
          expect(plain.has(no, kind)).toBe(ofKind.length > 0);
          expect(plain.hasSeveral(no, kind)).toBe(ofKind.length > 1);
          expect(plain.leftOf(no, kind)).toBe(ofKind.find(({ isLeft }) => isLeft)?.no ?? -1);
        }
        if (ties.length > 1) several += 1;
      }
    }),
    { seed: 20_261_130, numRuns: 60 },
  );
  expect(several).toBeGreaterThan(50);
});
