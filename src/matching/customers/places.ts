/** Where parties sit: countries under one code, cities and postcodes under one way of writing. */

import { dictionary } from '../../domain/dictionary';
import type { Place } from '../../domain/record';

/** How the countries that trade most are written, by ISO code; others are compared as they stand. */
const COUNTRIES: Readonly<Record<string, string>> = dictionary({
  at: 'aut|austria|osterreich|oesterreich|autriche',
  au: 'aus|australia',
  be: 'bel|belgium|belgien|belgique|belgie',
  br: 'bra|brazil|brasil|brasilien',
  ca: 'can|canada|kanada',
  ch: 'che|switzerland|schweiz|suisse|svizzera',
  cn: 'chn|china',
  cz: 'cze|czechia|czech republic|tschechien',
  de: 'deu|ger|germany|deutschland|allemagne|alemania|germania|duitsland',
  dk: 'dnk|denmark|danmark|danemark',
  es: 'esp|spain|espana|spanien|espagne|spagna',
  fi: 'fin|finland|suomi|finnland',
  fr: 'fra|france|frankreich|francia|frankrijk',
  gb: 'gbr|uk|u k|great britain|united kingdom|england|scotland|wales|northern ireland|grossbritannien',
  gr: 'grc|el|greece|griechenland',
  ie: 'irl|ireland|irland|eire',
  in: 'ind|india|indien',
  it: 'ita|italy|italia|italien|italie',
  jp: 'jpn|japan',
  lu: 'lux|luxembourg|luxemburg',
  nl: 'nld|netherlands|the netherlands|nederland|niederlande|pays bas|holland',
  no: 'nor|norway|norge|norwegen',
  nz: 'nzl|new zealand',
  pl: 'pol|poland|polska|polen|pologne',
  pt: 'prt|portugal',
  se: 'swe|sweden|sverige|schweden|suede',
  sg: 'sgp|singapore',
  us: 'usa|u s a|u s|united states|united states of america|estados unidos|etats unis|vereinigte staaten',
});
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(COUNTRIES).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
);

export type PlaceField = keyof Place;

/** One way of writing: no case, marks and punctuation; a country by its code, a postcode without blanks, a ZIP+4 without its four. */
export function normalisePlace({ country, city, postcode }: Place): Place {
  const land = plain(country);
  return {
    country: CODES.get(land) ?? land,
    city: plain(city).replace(/\bst\b/g, 'saint'),
    // "94107-1234" is a part of 94107; "SW1A 1AA" and "SW1A1AA" are one.
    postcode: plain(postcode.replace(/^(\d{5})-\d{4}$/, '$1')).replaceAll(' ', ''),
  };
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
