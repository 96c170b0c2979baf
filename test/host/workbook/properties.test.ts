import fc from 'fast-check';
import { shapeOf } from '../../../host/calc/scanReferences';
import { CellStore } from '../../../host/workbook/cellStore';
import { LineRuns, PLAIN_LINE, type Line } from '../../../host/workbook/lineRuns';
import { MAX_COLUMNS, type Scalar } from '../../../host/workbook/model';
import { errorValue } from '../../../host/workbook/values';
import { copiedFormula } from '../../../host/workbook/shift';
import { columnLetters, columnNumber, parseA1, printA1 } from '../../../host/workbook/address';
import { newSheet } from './sheetText';

const SEED = { seed: 20240305, numRuns: 100 };

const place = fc.record({ row: fc.nat({ max: 1500 }), column: fc.nat({ max: 4 }) });
const content = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(errorValue('#N/A')), fc.constant(null));

describe('the store of cells is a map from places to values', () => {
  const keyOf = (row: number, column: number): string => `${row},${column}`;

  test('through writing, clearing and shifting', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), at: place, value: content }),
      fc.record({ kind: fc.constant('clear' as const), at: place, height: fc.nat({ max: 700 }) }),
      fc.record({
        kind: fc.constant('rows' as const),
        at: place,
        count: fc.integer({ min: -600, max: 600 }).filter((count) => count !== 0),
      }),
      fc.record({ kind: fc.constant('columns' as const), at: place, count: fc.constantFrom(-1, 1, 2) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const store = new CellStore();
        let model = new Map<string, { row: number; column: number; value: Scalar }>();
        const put = (row: number, column: number, value: Scalar): unknown =>
          value === null ? model.delete(keyOf(row, column)) : model.set(keyOf(row, column), { row, column, value });
        const move = (to: (row: number, column: number) => { row: number; column: number } | null): void => {
          const old = [...model.values()];
          model = new Map();
          for (const { row, column, value } of old) {
            const target = to(row, column);
            if (target !== null) put(target.row, target.column, value);
          }
        };
        steps.forEach((each, now) => {
          const { row, column } = each.at;
          if (each.kind === 'set') {
            store.set(row, column, each.value, now);
            put(row, column, each.value);
          } else if (each.kind === 'clear') {
            store.clearContents({ top: row, bottom: row + each.height, left: column, right: column + 1 }, now);
            for (let at = row; at <= row + each.height; at++) for (const side of [0, 1]) put(at, column + side, null);
          } else if (each.kind === 'rows') {
            const { count } = each;
            store.shiftRows(column, column + 1, row, count, now);
            move((r, c) =>
              c < column || c > column + 1 || r < row
                ? { row: r, column: c }
                : count < 0 && r < row - count
                  ? null
                  : { row: r + count, column: c },
            );
          } else {
            const { count } = each;
            store.shiftColumns(row, row + 100, column, count, now);
            move((r, c) =>
              r < row || r > row + 100 || c < column
                ? { row: r, column: c }
                : count < 0 && c < column - count
                  ? null
                  : { row: r, column: c + count },
            );
          }
        });
        const seen = new Map<string, Scalar>();
        store.forEach({ top: 0, left: 0, bottom: 20_000, right: 100 }, (row, column, value) => {
          if (value === null || typeof value !== 'object' || 'error' in value) seen.set(keyOf(row, column), value);
        });
        expect(seen).toEqual(new Map([...model].map(([key, { value }]) => [key, value])));
        const all = [...model.values()];
        const bounds = (pick: (each: { row: number; column: number }) => number): number[] =>
          all.map(pick).toSorted((a, b) => a - b);
        const used = store.used(true);
        if (all.length === 0) expect(used).toBeNull();
        else {
          const rows = bounds((each) => each.row);
          const columns = bounds((each) => each.column);
          expect(used).toEqual({ top: rows[0], bottom: rows.at(-1), left: columns[0], right: columns.at(-1) });
        }
      }),
      SEED,
    );
  });
});

test('runs of lines are a list of lines', () => {
  const COUNT = 60;
  const line = (size: number | null, style: number): Line => ({ ...PLAIN_LINE, size, style });
  const step = fc.record({
    kind: fc.constantFrom('change', 'each', 'insert', 'delete'),
    from: fc.nat({ max: COUNT - 1 }),
    length: fc.integer({ min: 1, max: 12 }),
    size: fc.constantFrom(null, 10, 20),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const runs = new LineRuns(COUNT);
      let model: Line[] = Array.from({ length: COUNT }, () => PLAIN_LINE);
      for (const { kind, from, length, size } of steps) {
        const to = Math.min(COUNT - 1, from + length - 1);
        if (kind === 'change') {
          runs.change(from, to, () => line(size, 1));
          model = model.map((each, i) => (i >= from && i <= to ? line(size, 1) : each));
        } else if (kind === 'each') {
          runs.changeEach(from, to, (each, i) => ({ ...each, style: i % 2 }));
          model = model.map((each, i) => (i >= from && i <= to ? { ...each, style: i % 2 } : each));
        } else if (kind === 'insert') {
          runs.shift(from, length);
          const opened = from > 0 ? (model[from - 1] ?? PLAIN_LINE) : PLAIN_LINE;
          model = [...model.slice(0, from), ...Array.from({ length }, () => opened), ...model.slice(from)].slice(0, COUNT);
        } else {
          runs.shift(from, -length);
          model = [...model.slice(0, from), ...model.slice(from + length)];
          while (model.length < COUNT) model.push(PLAIN_LINE);
        }
      }
      expect(model.map((_line, i) => runs.at(i))).toEqual(model);
    }),
    SEED,
  );
});

test('addresses are read back as they are written', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: MAX_COLUMNS - 1 }),
      fc.nat({ max: 1_048_575 }),
      fc.constantFrom('' as const, '$' as const),
      (column, row, fixed) => {
        expect(columnNumber(columnLetters(column))).toBe(column);
        const area = { top: row, bottom: row, left: column, right: column };
        expect(parseA1(printA1(area, fixed))).toEqual(area);
      },
    ),
    SEED,
  );
});

describe('formulas', () => {
  const cell = fc.record({
    row: fc.integer({ min: 21, max: 40 }),
    column: fc.integer({ min: 3, max: 9 }),
    dollarRow: fc.constantFrom('', '$'),
    dollarColumn: fc.constantFrom('', '$'),
  });
  const reference = cell.map(
    ({ row, column, dollarRow, dollarColumn }) => `${dollarColumn}${columnLetters(column)}${dollarRow}${row}`,
  );
  const formula = fc
    .array(fc.oneof(reference, fc.constantFrom('SUM(', ')', '+', '"A1"', "'A1'!", 'tbl[A1]', ' ', 'LOG10(', 'name')), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => `=${parts.join('+')}`);

  test('copied down and back are the same, and of one shape', () => {
    fc.assert(
      fc.property(formula, fc.integer({ min: -10, max: 200 }), (text, rows) => {
        const copied = copiedFormula(text, rows, 0);
        expect(copiedFormula(copied, -rows, 0)).toBe(text);
        expect(shapeOf(copied, 50 + rows, 0)).toBe(shapeOf(text, 50, 0));
      }),
      SEED,
    );
  });

  test('rows put in and taken out again leave every formula and value as they were', () => {
    fc.assert(
      fc.property(
        fc.array(reference, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 45 }),
        fc.integer({ min: 1, max: 5 }),
        (references, at, count) => {
          const { sheet } = newSheet();
          for (let row = 15; row < 45; row++)
            for (let column = 3; column < 10; column++) sheet.setValue(row, column, row * column);
          sheet.setFormula(0, 0, `=${references.join('+')}+SUM(${references.join(',')})`);
          const before = [sheet.formula(0, 0), sheet.value(0, 0)];
          const rows = { top: at + 1, bottom: at + count, left: 0, right: MAX_COLUMNS - 1 };
          sheet.insert(rows, 'Down');
          expect(sheet.value(0, 0)).toBe(before[1]);
          sheet.delete(rows, 'Up');
          expect([sheet.formula(0, 0), sheet.value(0, 0)]).toEqual(before);
        },
      ),
      SEED,
    );
  });
});
