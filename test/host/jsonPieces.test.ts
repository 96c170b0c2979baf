import fc from 'fast-check';
import { jsonPieces } from '../../host/jsonPieces';
import { ByKey } from '../../src/domain/byKey';

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const inner = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(fc.string(), leaf, { maxKeys: 3 }));
const entries = fc.array(fc.tuple(fc.string(), inner), { maxLength: 4 });

test('the pieces together are the text that JSON has, maps as objects', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string(),
        fc.oneof(
          inner,
          fc.array(inner),
          entries.map((all) => new Map(all)),
          entries.map((all) => ByKey.of(all)),
        ),
      ),
      (value) => {
        const plain = Object.fromEntries(
          Object.entries(value).map(([key, member]) => [
            key,
            member instanceof Map || member instanceof ByKey ? Object.fromEntries<unknown>(member) : member,
          ]),
        );
        expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(plain, null, 2));
      },
    ),
    { seed: 12, numRuns: 300 },
  );
});

test('a long list comes in as many pieces as it has members', () => {
  const items = Array.from({ length: 1000 }, (_, at) => ({ at }));
  expect([...jsonPieces({ items })].length).toBeGreaterThan(1000);
});
