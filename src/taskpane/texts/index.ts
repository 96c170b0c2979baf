/** The texts of the pane in the language chosen; English until another is. */

import { english } from './en';
import type { Texts } from './en';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Follows the language: read it where a text is shown, never when a module is loaded. */
export let texts: Texts = english;

const LOADERS = {
  en: () => Promise.resolve(english),
  de: async () => (await import(/* webpackChunkName: 'german' */ './de')).german,
} satisfies Record<Language, () => Promise<Texts>>;

let spoken: Language = 'en';

/**
 * Chooses the language; to be awaited before the first render.
 * @returns the language spoken from now on: the one before, where the texts of the other cannot be loaded.
 */
export async function speak(language: Language): Promise<Language> {
  try {
    texts = await LOADERS[language]();
    spoken = language;
  } catch {
    // A pane in another language is of more use than none.
  }
  return spoken;
}

/** The language that a locale asks for; null where the pane has no texts in it. */
export function languageOf(locale: string): Language | null {
  const [primary] = locale.toLowerCase().split('-');
  return LANGUAGES.find((language) => language === primary) ?? null;
}

export type { Texts };
