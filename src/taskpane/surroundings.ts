/** Theme and language from Office where it tells them, else from the browser. */

import type { Surroundings, Theme } from './ports';
import { languageOf } from './texts';

export interface OfficeLook {
  readonly locale: string;
  isDark(): boolean | null;
}

/** What is used of the browser's window. */
export type BrowserLook = Pick<Window, 'matchMedia' | 'addEventListener' | 'removeEventListener'> & {
  readonly navigator: { readonly language: string };
};

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(forced-colors: active)';

export function createSurroundings(browser: BrowserLook, office: OfficeLook | null): Surroundings {
  const dark = browser.matchMedia(DARK);
  const contrast = browser.matchMedia(CONTRAST);
  const locale = usableLocale([office?.locale, browser.navigator.language]);
  return {
    locale,
    language: languageOf(locale) ?? 'en',
    direction: directionOf(locale),
    today: () => isoDate(new Date()),
    theme(): Theme {
      if (contrast.matches) return 'contrast';
      return (office?.isDark() ?? dark.matches) ? 'dark' : 'light';
    },
    // Excel tells of no change of its own theme: it is looked at again when the pane is.
    onThemeChanged(listener) {
      dark.addEventListener('change', listener);
      contrast.addEventListener('change', listener);
      browser.addEventListener('focus', listener);
      return () => {
        dark.removeEventListener('change', listener);
        contrast.removeEventListener('change', listener);
        browser.removeEventListener('focus', listener);
      };
    },
  };
}

/** By the clock on the wall, not by UTC's. */
function isoDate(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The first locale that Intl knows. */
function usableLocale(candidates: readonly (string | undefined)[]): string {
  for (const candidate of candidates) {
    try {
      const [locale] = Intl.getCanonicalLocales(candidate);
      if (locale !== undefined) return locale;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return 'en';
}

/** Scripts written from right to left, by their ISO 15924 codes. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa']);

function directionOf(locale: string): Surroundings['direction'] {
  const { script } = new Intl.Locale(locale).maximize();
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}
