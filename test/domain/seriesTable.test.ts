import fc from 'fast-check';
import { quote } from '../../src/matching/reference';
import { NumberRegister } from '../../src/matching/numberRegister';
import { SeriesTable } from '../../src/domain/seriesTable';

test('the numbers of two series keep their places, however many there are and however they lie', () => {
  const digits = fc.oneof(fc.integer({ min: 100, max: 9_999 }), fc.integer({ min: 1, max: 2 ** 49 }));
  fc.assert(
    fc.property(fc.uniqueArray(digits, { maxLength: 2_000 }), (numbers) => {
      const table = new SeriesTable();
      numbers.forEach((number, at) => table.set(at % 2, number, at));
      numbers.forEach((number, at) => {
        expect(table.get(at % 2, number)).toBe(at);
        expect(table.get(1 - (at % 2), number)).toBe(-1);
      });
    }),
    { seed: 7, numRuns: 20 },
  );
});

test.each([1, 10, 16, 17, 160, 4_096, 2 ** 32])(
  'numbers that go in steps of %d keep their places, with room or without',
  (step) => {
    for (const expected of [0, 3_000]) {
      const table = new SeriesTable(expected);
      const numbers = Array.from({ length: 3_000 }, (_, at) => at * step);
      numbers.forEach((number, at) => table.set(0, number, at));
      expect(numbers.map((number) => table.get(0, number))).toEqual(numbers.map((_, at) => at));
      expect(table.get(1, 0)).toBe(-1);
      expect(table.get(0, 3_000 * step)).toBe(-1);
    }
  },
);

/** The places of numbers as they are entered one after the other. */
const places = (...written: string[]): number[] => {
  const register = new NumberRegister();
  return written.map((one) => register.enter(quote(one)));
};

test.each([
  [
    ['INV-100', 'inv 100', 'INV-00100'],
    [0, 0, 0],
  ],
  [
    ['INV-100', 'CN-100', '100'],
    [0, 1, 2],
  ],
  [
    ['2024-17', '20241-7'],
    [0, 1],
  ],
  [
    ['1234567890123456', '1234567890123457'],
    [0, 1],
  ],
  [
    ['9007199254740992', '9007199254740993'],
    [0, 1],
  ],
  [
    ['ZCRM-4150868', '4150868'],
    [0, 0],
  ],
  [
    ['A1', 'A2', 'A1'],
    [0, 1, 0],
  ],
])('%j have the places %j', (written, expected) => {
  expect(places(...written)).toEqual(expected);
});

test('a number that nobody bears has no place until somebody does', () => {
  const register = new NumberRegister();
  const quoted = quote('INV-7001');
  expect(register.placeOf(quoted)).toBe(-1);
  register.enter(quote('INV-7001'));
  expect(register.placeOf(quoted)).toBe(0);
});
