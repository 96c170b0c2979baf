/** Which values of a column a person lets through. */
import { createFilterChoice, MOST_LISTED } from '../../../host/page/filterChoice';

const NAMES = ['Acme', 'Bolt', 'Bolt West', ''];

test('all values are let through until some are ticked off', () => {
  const choice = createFilterChoice(NAMES, null);
  expect(choice.kept()).toBeNull();
  choice.set('Bolt', false);
  expect(choice.kept()).toEqual(['Acme', 'Bolt West', '']);
  expect(choice.isAll()).toBe(false);
});

test('what is searched for is what is to be shown; without a search it is what was chosen before', () => {
  const choice = createFilterChoice(NAMES, ['acme']);
  expect(choice.kept()).toEqual(['Acme']);
  choice.search(' bolt');
  expect([choice.listed(), choice.kept()]).toEqual([
    ['Bolt', 'Bolt West'],
    ['Bolt', 'Bolt West'],
  ]);
  choice.setAll(false);
  choice.set('Bolt West', true);
  expect(choice.kept()).toEqual(['Bolt West']);
  choice.search('');
  expect([choice.listed(), choice.kept()]).toEqual([NAMES, ['Acme']]);
});

test('values beyond those that are listed stay, and the search reaches them', () => {
  const many = Array.from({ length: MOST_LISTED + 500 }, (_value, i) => `INV-${String(i)}`);
  const last = many.at(-1) ?? '';
  const choice = createFilterChoice(many, null);
  expect([choice.listed().length, choice.unlisted()]).toEqual([MOST_LISTED, 500]);
  choice.set('INV-7', false);
  expect(choice.kept()).toEqual(many.filter((value) => value !== 'INV-7'));
  choice.search(last);
  expect([choice.listed(), choice.kept(), choice.unlisted()]).toEqual([[last], [last], 0]);
});
