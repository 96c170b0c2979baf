import { splitReferences } from '../../src/reading/commonFields';

test.each([
  ['INV-1', ['INV-1']],
  ['INV-1; INV-2|INV-3', ['INV-1', 'INV-2', 'INV-3']],
  ['INV-1, INV-2,INV-3', ['INV-1', 'INV-2', 'INV-3']],
  ['Payment#INV-1', ['INV-1']],
  ['Order 7, shipped', ['Order 7, shipped']],
  ['1001, two', ['1001, two']],
])('“%s”', (text, parts) => {
  expect(splitReferences(text)).toEqual(parts);
});

test('a long list of numbers that ends in words is one text, and told so at once', () => {
  const numbers = Array.from({ length: 5000 }, (_, at) => 1000 + at).join(',');
  expect(splitReferences(`${numbers} and more`)).toEqual([`${numbers} and more`]);
  expect(splitReferences(numbers)).toHaveLength(5000);
});
