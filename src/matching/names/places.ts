/** Countries, regions and cities, and the words for a branch: what tells one office of a company from another. */

import { dictionary } from '../../domain/dictionary';

/** Canonical place → its other writings, once a name is normalised. */
const PLACES: Readonly<Record<string, string>> = dictionary({
  'united kingdom': 'uk,gb,great britain,britain,gbr',
  england: '',
  scotland: '',
  wales: 'cymru',
  ireland: 'irl,eire',
  'northern ireland': '',
  'isle of man': 'iom,isle man',
  jersey: '',
  guernsey: '',
  'united states': 'usa,us,united states of america,amerika',
  germany: 'deutschland,de,ger,allemagne',
  austria: 'osterreich,oesterreich',
  switzerland: 'schweiz,suisse,svizzera,swiss',
  france: 'fra,francaise',
  belgium: 'belgie,belgique,belgien',
  netherlands: 'nederland,holland',
  luxembourg: 'luxemburg,lux',
  spain: 'espana,spanien',
  portugal: '',
  italy: 'italia,italiana,italien',
  greece: 'hellas',
  denmark: 'danmark,danemark',
  norway: 'norge,norwegen',
  sweden: 'sverige,schweden',
  finland: 'suomi,finnland',
  iceland: 'island',
  poland: 'polska,polen',
  czech: 'czechia,czech republic,cesko,ceska republika',
  slovakia: 'slovensko',
  hungary: 'magyarorszag,ungarn',
  romania: '',
  bulgaria: '',
  croatia: 'hrvatska',
  slovenia: 'slovenija',
  serbia: 'srbija',
  ukraine: 'ukraina',
  russia: 'rossiya,russland,rus',
  turkey: 'turkiye,turkei',
  cyprus: '',
  malta: '',
  israel: '',
  egypt: '',
  morocco: 'maroc',
  nigeria: '',
  kenya: '',
  ghana: '',
  'south africa': 'rsa,sa pty',
  'united arab emirates': 'uae',
  'saudi arabia': 'ksa',
  qatar: '',
  kuwait: '',
  bahrain: '',
  oman: '',
  india: '',
  pakistan: '',
  bangladesh: '',
  'sri lanka': '',
  china: 'prc',
  'hong kong': 'hk,hongkong',
  taiwan: '',
  japan: 'nippon,nihon',
  korea: 'south korea',
  singapore: '',
  malaysia: '',
  indonesia: '',
  thailand: '',
  vietnam: 'viet nam',
  philippines: '',
  australia: 'aus',
  'new zealand': 'nz',
  canada: 'can',
  mexico: 'mex',
  brazil: 'brasil',
  argentina: '',
  chile: '',
  colombia: '',
  peru: '',
  'cayman islands': 'cayman',
  bermuda: '',
  'british virgin islands': 'bvi',
  'marshall islands': '',
  panama: '',
  europe: 'europa,eu,european',
  asia: '',
  'asia pacific': 'apac',
  africa: '',
  americas: '',
  'north america': '',
  'latin america': 'latam',
  'middle east': 'mena',
  emea: '',
  nordic: 'nordics',
  benelux: '',
  dach: '',
  iberia: '',
  london: '',
  paris: '',
  berlin: '',
  munich: 'munchen',
  hamburg: '',
  frankfurt: '',
  zurich: '',
  geneva: 'geneve,genf',
  vienna: 'wien',
  amsterdam: '',
  brussels: 'bruxelles,brussel',
  madrid: '',
  milan: 'milano',
  dublin: '',
  dubai: '',
  shanghai: '',
  beijing: '',
  tokyo: '',
  mumbai: '',
  'new york': 'ny,nyc,new york city',
  chicago: '',
  boston: '',
  toronto: '',
  sydney: '',
});

/** States of the USA, as registers write them after a slash: "CNB Financial Corp/PA". */
const STATES = new Set(
  'al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy'.split(
    ' ',
  ),
);

const CANONICAL = new Map(
  Object.entries(PLACES).flatMap(([place, others]) =>
    [place, ...others.split(',').filter((other) => other !== '')].map((written) => [written, place] as const),
  ),
);
const LAST_WORDS = new Set([...CANONICAL.keys()].map((place) => place.slice(place.lastIndexOf(' ') + 1)));
const LONGEST = 4;

/** Words for a part of a company; they tell no more than that it is a part. */
const BRANCH = new Set(
  'branch branches office division dept department subsidiary headquarters hq account accounts payable receivable ap ar old new'.split(
    ' ',
  ),
);
/** Of those the ones that make a part of a company by themselves. */
const BRANCH_END = new Set('branch division dept department subsidiary headquarters hq payable receivable'.split(' '));

/** Words that stand among places without meaning of their own. */
const BESIDE = new Set('the of in and republic people'.split(' '));

export interface WithoutPlace {
  readonly words: readonly string[];
  /** Canonical places, sorted, "branch" among them for a part without a place. */
  readonly places: readonly string[];
}

/** The places of a text that names nothing but places and parts ("UK", "London Branch", "DE" after a slash); null for any other. */
export function onlyPlaces(words: readonly string[], afterSlash: boolean): string[] | null {
  const places: string[] = [];
  for (let at = words.length; at > 0;) {
    const found = placeBefore(words, at);
    const word = words[at - 1] ?? '';
    if (found !== null) {
      places.push(found.place);
      at = found.from;
    } else if (afterSlash && STATES.has(word)) {
      places.push(`state ${word}`);
      at -= 1;
    } else if (BRANCH.has(word)) {
      places.push('branch');
      at -= 1;
    } else if (BESIDE.has(word)) at -= 1;
    else return null;
  }
  return places.length === 0 ? null : places;
}

/**
 * Takes a branch or a place off the end of a name.
 * @param least as many words must stay: more for a bare place, which may be half of a name ("Air France").
 */
export function withoutPlace(words: readonly string[], least: number): WithoutPlace {
  const places: string[] = [];
  let to = words.length;
  while (to > 1 && BRANCH.has(words[to - 1] ?? '') && (places.length > 0 || BRANCH_END.has(words[to - 1] ?? ''))) {
    if (!places.includes('branch')) places.push('branch');
    to -= 1;
  }
  const needed = places.length > 0 ? 1 : least;
  const found = placeBefore(words, to);
  if (found !== null && found.from >= needed && !CONNECTED.has(words[found.from - 1] ?? '')) {
    places.push(found.place);
    to = found.from;
  }
  return places.length === 0 ? { words, places } : { words: words.slice(0, to), places };
}

/** After these a place is part of the name: "Bank of China". */
const CONNECTED = new Set('of de du di da del and the for fur in bank air'.split(' '));

function placeBefore(words: readonly string[], to: number): { readonly from: number; readonly place: string } | null {
  if (to < 1 || !LAST_WORDS.has(words[to - 1] ?? '')) return null;
  for (let size = Math.min(LONGEST, to); size > 0; size--) {
    const place = CANONICAL.get(size === 1 ? (words[to - 1] ?? '') : words.slice(to - size, to).join(' '));
    if (place !== undefined) return { from: to - size, place };
  }
  return null;
}
