import { contest } from '../../src/matching/contest';
import type { Claim } from '../../src/matching/contest';

type Bid = Claim<number, number>;

/** As many owners as records; each wants the first record that is left. */
function bid(count: number): { readonly served: number[]; readonly cut: number[] } {
  const all = Array.from({ length: count }, (_, n) => n);
  const claimOf = (owner: number, isTaken: (record: number) => boolean): Bid | null => {
    const first = all.find((record) => !isTaken(record));
    return first === undefined ? null : { owner, takes: [first] };
  };
  const rules = { claimOf, order: (a: Bid, b: Bid) => a.owner - b.owner, isAsGood: () => true, isTwin: () => true };
  const [served, cut]: [number[], number[]] = [[], []];
  for (const award of contest<number, number, Bid>(all, rules)) {
    if ('cut' in award) cut.push(award.cut);
    else served.push(award.claim.owner);
  }
  return { served, cut };
}

test('owners that all claim the same record are served one after the other', () => {
  expect(bid(60)).toEqual({ served: Array.from({ length: 60 }, (_, n) => n), cut: [] });
});

test('of too many of them, those that did not get to claim again are told', () => {
  const { served, cut } = bid(400);
  expect(served.length).toBeGreaterThan(10);
  expect(cut.length).toBeGreaterThan(0);
  expect([...served, ...cut]).toEqual(Array.from({ length: 400 }, (_, n) => n));
});
