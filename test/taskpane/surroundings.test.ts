import { isDarkColour } from '../../src/excel/officeHost';
import { createSurroundings } from '../../src/taskpane/surroundings';
import type { BrowserLook } from '../../src/taskpane/surroundings';

/** A browser in which the named media features hold. */
function browser(...holding: readonly string[]): BrowserLook {
  return {
    navigator: { language: 'fr-FR' },
    matchMedia: (query) =>
      ({
        matches: holding.some((feature) => query.includes(feature)),
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      }) as unknown as MediaQueryList,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
}

const office = (isDark: boolean | null, locale = 'en-US') => ({ locale, isDark: () => isDark });

test.each([
  ['Office says dark', browser(), office(true), 'dark'],
  ['Office says light, the system dark', browser('prefers-color-scheme: dark'), office(false), 'light'],
  ['Office does not say', browser('prefers-color-scheme: dark'), office(null), 'dark'],
  ['high contrast wins', browser('forced-colors'), office(false), 'contrast'],
  ['no Office', browser(), null, 'light'],
])('%s', (_, look, told, theme) => {
  expect(createSurroundings(look, told).theme()).toBe(theme);
});

test('the locale is Office’s, else the browser’s, else English', () => {
  expect(createSurroundings(browser(), office(null, 'de-DE')).locale).toBe('de-DE');
  expect(createSurroundings(browser(), office(null, 'no such tag')).locale).toBe('fr-FR');
  expect(createSurroundings({ ...browser(), navigator: { language: '' } }, null).locale).toBe('en');
});

test.each([
  ['de-AT', 'de', 'ltr'],
  ['en-US', 'en', 'ltr'],
  ['ar-EG', 'en', 'rtl'],
  ['he-IL', 'en', 'rtl'],
  ['fr-CA', 'en', 'ltr'],
  ['az-Arab-IR', 'en', 'rtl'],
])('%s is spoken to in %s and read %s', (locale, language, direction) => {
  expect(createSurroundings(browser(), office(null, locale))).toMatchObject({ locale, language, direction });
});

test.each([
  ['#FFFFFF', false],
  ['#262626', true],
  ['1F1F1F', true],
  ['white', null],
])('%s dark: %s', (colour, isDark) => {
  expect(isDarkColour(colour)).toBe(isDark);
});
