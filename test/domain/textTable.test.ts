import fc from 'fast-check';
import { TextTable } from '../../src/domain/textTable';

const digits = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 18n }).map(String),
  fc.integer({ min: 0, max: 120 }).map((number) => String(number).padStart(4, '0')),
);
const head = fc.constantFrom('', 'INV-', 'INV-0', 'RC-2026-', 'deal.UK.D-', 'invoice..', 'é', '\ud800', '7 ', 'A', 'B', 'C', 'D');
const text = fc.oneof(
  fc.tuple(head, digits).map(([before, number]) => before + number),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

test('a text keeps its place, as a map would give it, whatever it ends with', () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 400 }),
      fc.array(text, { maxLength: 50 }),
      fc.nat({ max: 1_000 }),
      (entered, asked, expected) => {
        const table = new TextTable(expected);
        const places = new Map<string, number>();
        for (const one of entered) {
          const place = places.get(one) ?? places.size;
          places.set(one, place);
          expect(table.enter(one)).toBe(place);
        }
        expect(table.size).toBe(places.size);
        for (const one of [...entered, ...asked]) expect(table.placeOf(one)).toBe(places.get(one) ?? -1);
      },
    ),
    { seed: 11, numRuns: 200 },
  );
});

test.each([
  ['INV-42', 'INV-042', 'INV-0042', 'inv-42', 'INV-42 ', 'INV-4200', '42'],
  ['', '0', '00', '000'],
  ['1234567890123456', '0234567890123456', '234567890123456', '1234567890123457'],
  ['9007199254740992', '9007199254740993'],
])('texts that are not the same have places of their own: %s, %s', (...texts) => {
  const table = new TextTable();
  expect(texts.map((one) => table.enter(one))).toEqual(texts.map((_, place) => place));
  expect(texts.map((one) => table.placeOf(one))).toEqual(texts.map((_, place) => place));
});

test('texts without any series, each with a beginning of its own, keep their places too', () => {
  const table = new TextTable();
  const texts = Array.from({ length: 5_000 }, (_, at) => `${(at * 2_654_435_761).toString(36)}x${at % 7}`);
  texts.forEach((one, place) => expect(table.enter(one)).toBe(place));
  texts.forEach((one, place) => expect(table.placeOf(one)).toBe(place));
  expect(table.placeOf('unknown-1')).toBe(-1);
});
