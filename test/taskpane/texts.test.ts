import { speak, texts } from '../../src/taskpane/texts';
import { german } from '../../src/taskpane/texts/de';
import { english } from '../../src/taskpane/texts/en';

afterEach(async () => {
  await speak('en');
});

test('the pane speaks English until another language is chosen, and from then on that', async () => {
  expect(texts.steps.sources).toBe('Sources');
  await speak('de');
  expect(texts.steps.sources).toBe('Quellen');
  await speak('en');
  expect(texts.steps.sources).toBe('Sources');
});

/** The paths of all texts, those that are functions among them. */
function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([key, part]) => pathsOf(part, `${path}.${key}`));
}

test('German has every text that English has, and no other', () => {
  expect(pathsOf(german)).toEqual(pathsOf(english));
});
