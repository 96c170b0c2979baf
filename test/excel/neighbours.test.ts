import { stretchesOf } from '../../src/excel/neighbours';

test.each([
  ['Text Text Date Text', '0+2 2+1 3+1'],
  ['Text - Text', '0+1 2+1'],
  ['- Date Date -', '1+2'],
  ['', ''],
])('neighbours of one name are one stretch: %s', (columns, stretches) => {
  const names = columns === '' ? [] : columns.split(' ');
  const found = stretchesOf(names, (name) => (name === '-' ? null : name));
  expect(found.map(({ first, columns: count }) => `${String(first)}+${String(count)}`).join(' ')).toBe(stretches);
});
