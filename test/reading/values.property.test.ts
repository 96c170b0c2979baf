/** Any date and any amount, rendered in any supported shape, reads back; an undecidable column always asks, a decided one never. */

import fc from 'fast-check';
import { dayOf, isoDay, serialOfDay } from '../../src/domain/day';
import type { Day } from '../../src/domain/day';
import { decideDecimal, parseAmount } from '../../src/reading/amounts';
import type { Decimal } from '../../src/reading/amounts';
import { decideDateOrder } from '../../src/reading/dateOrder';
import { dayFromNumber, dayFromSerialText, parseDateText } from '../../src/reading/dates';
import type { DateOrder } from '../../src/reading/dates';
import { inspect } from '../../src/reading/inspect';
import { grid } from './support/table';

const FIXED = { numRuns: 400, seed: 20240331 } as const;

const two = (value: number): string => String(value).padStart(2, '0');
const partsOf = (day: Day): { y: number; m: number; d: number } => {
  const [y = 0, m = 0, d = 0] = isoDay(day).split('-').map(Number);
  return { y, m, d };
};

const FIRST = dayOf(1900, 3, 1) ?? 0;
const LAST = dayOf(2199, 12, 31) ?? 0;
const anyDay = fc.integer({ min: FIRST, max: LAST }).map((day) => day as Day);
/** Two digits of the year stand for 1970–2069. */
const recentDay = fc.integer({ min: 0, max: dayOf(2069, 12, 31) ?? 0 }).map((day) => day as Day);

const MONTHS: readonly (readonly string[])[] = [
  ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  ['Jänner', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  ['janvier', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'octobre', 'novembre', 'décembre'],
  ['enero', 'feb', 'marzo', 'abr', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'oct', 'noviembre', 'dic'],
  ['januari', 'februari', 'mrt', 'april', 'mei', 'juni', 'juli', 'aug', 'september', 'okt', 'november', 'december'],
  ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'],
  ['gennaio', 'feb', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'ago', 'set', 'ottobre', 'nov', 'dicembre'],
  ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
];
const months = fc.constantFrom(...MONTHS);
const clock = fc.constantFrom(
  '',
  ' 00:02:00',
  ' 7:42',
  ' 08:55 PM',
  ' 12:01:33 PST',
  ' 14:45:34.083 UTC',
  ' 07:30:59 a.m. GMT-7',
);

test('a day written in any settled shape reads back', () => {
  const shapes: readonly ((y: number, m: string, d: number, name: string) => string)[] = [
    (y, m, d) => `${y}-${m}-${two(d)}`,
    (y, m, d) => `${y}/${m}/${two(d)}`,
    (y, _, d, name) => `${d} ${name} ${y}`,
    (y, _, d, name) => `${two(d)}-${name}-${y}`,
    (y, _, d, name) => `${d} ${name}, ${y}`,
    (y, _, d, name) => `${name} ${d}, ${y}`,
    (y, _, d, name) => `${name} ${two(d)} ${y}`,
    (y, _, d, name) => `Friday, ${name} ${two(d)}, ${y}`,
    (y, _, d, name) => `${d} de ${name} de ${y}`,
    (y, _, d, name) => `${d}. ${name} ${y}`,
    (y, _, d, name) => `${y} ${name} ${d}`,
  ];
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...shapes), months, clock, fc.boolean(), (day, shape, names, time, upper) => {
      const { y, m, d } = partsOf(day);
      const text = shape(y, two(m), d, names[m - 1] ?? '') + time;
      expect([text, parseDateText(upper ? text.toUpperCase() : text, null)]).toEqual([text, day]);
    }),
    FIXED,
  );
});

test('stamps, serials and days written as one number read back', () => {
  fc.assert(
    fc.property(anyDay, fc.double({ min: 0, max: 0.999, noNaN: true }), (day, time) => {
      const iso = isoDay(day);
      expect(parseDateText(`${iso}T23:59:59.000+0000`, null)).toBe(day);
      expect(parseDateText(`${iso}T00:00:00-11:00`, null)).toBe(day);
      expect(parseDateText(iso.replaceAll('-', ''), null)).toBe(day);
      expect(dayFromNumber(Number(iso.replaceAll('-', '')))).toBe(day);
      expect(dayFromNumber(serialOfDay(day) + time)).toBe(day);
    }),
    FIXED,
  );
  fc.assert(
    fc.property(fc.integer({ min: 32_874, max: 58_805 }), (serial) => {
      expect(dayFromSerialText(String(serial))).toBe(dayFromNumber(serial));
    }),
    FIXED,
  );
});

const numeric = (day: Day, order: DateOrder, separator: string, years: 2 | 4, padded: boolean): string => {
  const { y, m, d } = partsOf(day);
  const [dd, mm] = [d, m].map((part) => (padded ? two(part) : String(part)));
  const year = years === 2 ? two(y % 100) : String(y);
  return (order === 'dmy' ? [dd, mm, year] : order === 'mdy' ? [mm, dd, year] : [year, mm, dd]).join(separator);
};

test('a day in numbers reads back in its column’s order, and the column finds the order or says that it cannot', () => {
  fc.assert(
    fc.property(
      fc.array(recentDay, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('dmy', 'mdy'),
      fc.constantFrom('/', '-'),
      fc.boolean(),
      clock,
      (days, order, separator, padded, time) => {
        const texts = days.map((day) => numeric(day, order, separator, 4, padded) + time);
        expect(texts.map((text) => parseDateText(text, order))).toEqual(days);
        const parts = days.map(partsOf);
        const open = parts.some(({ d, m }) => d <= 12 && d !== m);
        const expected = parts.some(({ d }) => d > 12) ? order : open ? 'either' : 'none';
        expect(decideDateOrder(texts)).toBe(expected);
      },
    ),
    FIXED,
  );
});

test('years of two digits: read in any order that is known, and never taken for another order', () => {
  const within = fc.integer({ min: 0, max: 35_000 }).chain((from) =>
    fc.array(
      fc.integer({ min: from, max: from + 700 }).map((day) => day as Day),
      { minLength: 25, maxLength: 40 },
    ),
  );
  fc.assert(
    fc.property(within, fc.constantFrom<DateOrder>('dmy', 'mdy', 'ymd'), fc.constantFrom('/', '-'), (days, order, separator) => {
      const texts = days.map((day) => numeric(day, order, separator, 2, true));
      expect(texts.map((text) => parseDateText(text, order))).toEqual(days);
      expect([order, 'either', 'mixed']).toContain(decideDateOrder(texts));
    }),
    FIXED,
  );
});

/** Groups and decimal marks of the usual countries. */
const LOCALES: readonly { readonly group: string; readonly decimal: Decimal; readonly lakhs?: boolean }[] = [
  { group: ',', decimal: '.' },
  { group: '.', decimal: ',' },
  { group: ' ', decimal: ',' },
  { group: '\u00a0', decimal: ',' },
  { group: '\u202f', decimal: ',' },
  { group: '’', decimal: '.' },
  { group: "'", decimal: '.' },
  { group: '', decimal: '.' },
  { group: '', decimal: ',' },
  { group: ',', decimal: '.', lakhs: true },
];
const locale = fc.constantFrom(...LOCALES);

const written = (minor: number, places: number, { group, decimal, lakhs }: (typeof LOCALES)[number]): string => {
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const grouped = whole.replace(lakhs === true ? /\B(?=(?:\d\d)*\d{3}$)/g : /\B(?=(?:\d{3})+$)/g, group);
  return places === 0 ? grouped : grouped + decimal + digits.slice(-places);
};

const SIGNS: readonly ((text: string) => string)[] = [
  (text) => `-${text}`,
  (text) => `${text}-`,
  (text) => `(${text})`,
  (text) => `-$${text}`,
  (text) => `$-${text}`,
  (text) => `($${text})`,
  (text) => `-${text} EUR`,
  (text) => `-Rp${text}`,
  (text) => `${text}- *`,
  (text) => `−${text} €`,
];
const MARKED: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `+${text}`,
  (text) => `$${text}`,
  (text) => `USD ${text}`,
  (text) => `${text} EUR `,
  (text) => `${text}€`,
  (text) => `${text}*`,
  (text) => `${text} CR`,
  (text) => `Rs. ${text}`,
];

test('an amount in any shape and locale reads back exactly', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
      fc.constantFrom(0, 1, 2, 3),
      locale,
      fc.nat(),
      (minor, places, how, shape) => {
        const shapes = minor < 0 ? SIGNS : MARKED;
        const text = (shapes[shape % shapes.length] ?? String)(written(minor, places, how));
        const value = Number(`${minor}e-${places}`);
        expect([text, parseAmount(text, how.decimal)?.value]).toEqual([text, value === 0 ? 0 : value]);
      },
    ),
    { ...FIXED, numRuns: 2000 },
  );
});

test('a suffix moves the decimal mark, exactly', () => {
  const suffix = fc.constantFrom(
    ['K', 3],
    ['k €', 3],
    [' Tsd.', 3],
    [' TEUR', 3],
    ['M', 6],
    [' Mio. EUR', 6],
    [' Mrd', 9],
  ) as fc.Arbitrary<[string, number]>;
  fc.assert(
    fc.property(fc.nat(99_999), fc.constantFrom(0, 1, 2), locale, suffix, (minor, places, how, [text, digits]) => {
      expect(parseAmount(written(minor, places, how) + text, how.decimal)?.value).toBe(Number(`${minor}e${digits - places}`));
    }),
    FIXED,
  );
});

test('a column shows its decimal mark, or says that it cannot', () => {
  const pointed = LOCALES.filter(({ group, lakhs }) => (group === ',' || group === '.') && lakhs !== true);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...pointed),
      fc.constantFrom(0, 2),
      (amounts, how, places) => {
        const found = decideDecimal(amounts.map((amount) => written(amount, places, how)));
        expect(found).toBe(places === 2 ? how.decimal : amounts.some((amount) => amount > 999) ? 'either' : 'none');
      },
    ),
    FIXED,
  );
});

test('any text is read or is not: never an error, never a number that is not exact', () => {
  const scraps = fc.array(
    fc.constantFrom('1', '23', '456', '.', ',', '-', '(', ')', ' ', '/', 'EUR', '$', 'K', 'CR', 'Mar', 'T', ':', '%'),
    {
      maxLength: 14,
    },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        scraps.map((parts) => parts.join('')),
      ),
      (text) => {
        const value = parseAmount(text, '.')?.value ?? 0;
        expect(Math.abs(value)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
        const day = parseDateText(text, 'dmy');
        if (day !== null) expect(day >= (dayOf(1900, 1, 1) ?? 0) && day <= LAST).toBe(true);
        expect(['.', ',', 'either', 'none']).toContain(decideDecimal([text]));
      },
    ),
    { ...FIXED, numRuns: 3000 },
  );
});

describe('questions', () => {
  const small = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).filter(([a, b]) => a !== b);
  const ids = (dates: readonly string[], amounts: readonly string[]): string[] =>
    inspect(
      [
        grid(
          'Payments',
          `Payment ID | Payer | Payment Date | Amount received | Currency\n${dates
            .map((date, row) => `P-${row} | Acme | ${date} | '${amounts[row % amounts.length] ?? ''} | EUR`)
            .join('\n')}`,
        ),
      ],
      [],
    ).questions.map(({ id }) => id);

  test('an undecidable column always asks', () => {
    fc.assert(
      fc.property(
        fc.array(small, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('/', '-'),
        fc.array(fc.integer({ min: 1000, max: 999_999 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', '.'),
        (pairs, separator, amounts, group) => {
          const dates = pairs.map(([a, b]) => [two(a), two(b), '2024'].join(separator));
          const texts = amounts.map((amount) => written(amount, 0, { group, decimal: ',' }));
          expect(ids(dates, texts)).toEqual(['dateOrder', 'decimal']);
        },
      ),
      { ...FIXED, numRuns: 100 },
    );
  });

  test('a decided column never asks', () => {
    const decided = fc.integer({ min: 13, max: 28 });
    fc.assert(
      fc.property(
        fc.array(small, { maxLength: 6 }),
        decided,
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1, maxLength: 6 }),
        locale,
        (pairs, day, dayFirst, amounts, how) => {
          const all = [...pairs, dayFirst ? ([day, 3] as const) : ([3, day] as const)];
          const dates = all.map(([a, b]) => `${a}/${b}/2024`);
          expect(
            ids(
              dates,
              amounts.map((amount) => written(amount, 2, how)),
            ),
          ).toEqual([]);
        },
      ),
      { ...FIXED, numRuns: 100 },
    );
  });
});
