/** Currencies as sheets write them: codes, symbols, names. */

import { dictionary } from '../domain/dictionary';
import { foldText } from './text';

/** Codes of ISO 4217 in use, and those of the last thirty years that old documents bear; other capitals are no currency. */
const CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNH ' +
    'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS ' +
    'INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR ' +
    'MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP ' +
    'SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG ' +
    'XOF XPF YER ZAR ZMW ZWG ZWL'
  ).split(' '),
);

/** Codes usual enough to be believed as a word of a header; the others ("SVC", "TOP") only alone or in brackets. */
const USUAL = new Set(
  (
    'AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JOD JPY KES KRW KWD KZT LKR MAD ' +
    'MXN MYR NGN NOK NZD OMR PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND XAF XOF ZAR'
  ).split(' '),
);

/** Codes that are words as well: read only in capitals. */
const WORDS = new Set(['ALL', 'BAM', 'BOB', 'COP', 'CUP', 'GEL', 'MAD', 'MOP', 'PEN', 'SOS', 'TOP', 'TRY']);

/** What a symbol can mean, the most usual first. */
const SYMBOLS: Readonly<Record<string, readonly string[]>> = dictionary({
  '€': ['EUR'],
  '£': ['GBP'],
  $: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '₩': ['KRW'],
  '₺': ['TRY'],
  '₪': ['ILS'],
  '₫': ['VND'],
  '₱': ['PHP'],
  '₴': ['UAH'],
  r$: ['BRL'],
  us$: ['USD'],
  a$: ['AUD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  nz$: ['NZD'],
  s$: ['SGD'],
  hk$: ['HKD'],
  mx$: ['MXN'],
  dollar: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD'],
  dollars: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD'],
  pound: ['GBP', 'EGP'],
  pounds: ['GBP', 'EGP'],
  peso: ['MXN', 'ARS', 'COP', 'CLP', 'PHP', 'UYU', 'DOP'],
  pesos: ['MXN', 'ARS', 'COP', 'CLP', 'PHP', 'UYU', 'DOP'],
  rupee: ['INR', 'PKR', 'LKR', 'NPR'],
  rupees: ['INR', 'PKR', 'LKR', 'NPR'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  'kr.': ['DKK', 'SEK', 'NOK'],
  fr: ['CHF'],
  'fr.': ['CHF'],
  sfr: ['CHF'],
  'sfr.': ['CHF'],
  zł: ['PLN'],
  zl: ['PLN'],
  kč: ['CZK'],
  kc: ['CZK'],
  ft: ['HUF'],
  rp: ['IDR'],
  rs: ['INR', 'PKR', 'LKR'],
  'rs.': ['INR', 'PKR', 'LKR'],
  rm: ['MYR'],
  r: ['ZAR'],
  lei: ['RON'],
  лв: ['BGN'],
  '₽': ['RUB'],
  '₦': ['NGN'],
  '₲': ['PYG'],
  '₡': ['CRC'],
  '₵': ['GHS'],
  '₸': ['KZT'],
  '₾': ['GEL'],
  '฿': ['THB'],
  元: ['CNY'],
  円: ['JPY'],
  rmb: ['CNY'],
  'cn¥': ['CNY'],
  'jp¥': ['JPY'],
  au$: ['AUD'],
  sg$: ['SGD'],
  nt$: ['TWD'],
  u$s: ['USD'],
  usd$: ['USD'],
  $us: ['USD'],
  $ca: ['CAD'],
  cdn$: ['CAD'],
  's/': ['PEN'],
  's/.': ['PEN'],
  dh: ['AED', 'MAD'],
  dhs: ['AED', 'MAD'],
  ksh: ['KES'],
  tl: ['TRY'],
});

/** Names as systems and people write them in the usual languages, folded. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EUR: 'euro|euro member countries',
    USD:
      'us dollar|u s dollar|united states dollar|american dollar|us dollar usd|dollar us|dollar americain|dollar des etats unis|' +
      'dolar estadounidense|dolar americano|dolares estadounidenses|dolares americanos|amerikanische dollar|amerikanischer dollar|amerikaanse dollar|' +
      'dollaro statunitense|dolar dos eua',
    GBP:
      'british pound|pound sterling|british pound sterling|great british pound|uk pound sterling|sterling|uk pound|britisches pfund|pfund sterling|livre sterling|libra esterlina|' +
      'libras esterlinas|britse pond|pond sterling|libra britanica|sterlina',
    CHF:
      'swiss franc|schweizer franken|franken|franc suisse|francs suisses|franco suizo|franco suico|zwitserse frank|zwitserse franken|' +
      'franco svizzero',
    AUD: 'australian dollar|australischer dollar|australische dollar|dollar australien|dolar australiano',
    CAD: 'canadian dollar|kanadischer dollar|dollar canadien|dolar canadiense|dolar canadense|canadese dollar',
    NZD: 'new zealand dollar|neuseeland dollar|neuseelandischer dollar|dollar neo zelandais|dolar neozelandes',
    SGD: 'singapore dollar|singapur dollar|dollar de singapour',
    HKD: 'hong kong dollar|hongkong dollar|dollar de hong kong',
    JPY: 'japanese yen|yen|japanischer yen|yen japonais|yen japones|japanse yen|iene',
    CNY: 'chinese yuan|yuan renminbi|renminbi|yuan|chinese yuan renminbi|chinesischer yuan|yuan chinois|yuan chino',
    INR: 'indian rupee|indische rupie|roupie indienne|rupia india|indiase roepie',
    SEK: 'swedish krona|swedish kronor|schwedische krone|schwedische kronen|couronne suedoise|corona sueca|coroa sueca|zweedse kroon|svensk krona',
    NOK: 'norwegian krone|norwegian kroner|norwegische krone|couronne norvegienne|corona noruega|noorse kroon|norsk krone',
    DKK: 'danish krone|danish kroner|danische krone|couronne danoise|corona danesa|deense kroon|dansk krone',
    ISK: 'iceland krona|icelandic krona',
    PLN: 'polish zloty|zloty|polnischer zloty|zloty polonais|poolse zloty',
    CZK: 'czech koruna|tschechische krone|couronne tcheque|tsjechische kroon',
    HUF: 'hungarian forint|forint|ungarischer forint',
    RON: 'romanian leu|new romanian leu|rumanischer leu',
    BGN: 'bulgarian lev|bulgarischer lew',
    TRY: 'turkish lira|new turkish lira|turkische lira|livre turque|lira turca|turkse lira',
    MXN: 'mexican peso|mexikanischer peso|peso mexicain|peso mexicano|pesos mexicanos',
    BRL: 'brazilian real|reais|brasilianischer real|real bresilien|real brasileiro|real brasileno',
    ARS: 'argentine peso|peso argentino|pesos argentinos',
    COP: 'colombian peso|peso colombiano',
    CLP: 'chilean peso|peso chileno|pesos chilenos',
    PEN: 'peruvian sol|sol peruano|nuevo sol',
    ZAR: 'south african rand|sudafrikanischer rand',
    AED: 'uae dirham|united arab emirates dirham|emirati dirham|utd arab emir dirham',
    SAR: 'saudi riyal|saudi arabian riyal',
    ILS: 'israeli new shekel|israeli shekel|new israeli shekel|shekel',
    THB: 'thai baht|baht',
    IDR: 'indonesian rupiah|rupiah',
    MYR: 'malaysian ringgit|ringgit',
    PHP: 'philippine peso|philippines peso',
    KRW: 'south korean won|korean won',
    TWD: 'new taiwan dollar|taiwan dollar',
    VND: 'vietnamese dong',
    RUB: 'russian ruble|russian rouble|russischer rubel|ruble',
    UAH: 'ukrainian hryvnia|ukraine hryvnia|hryvnia',
    NGN: 'nigerian naira|naira',
    KES: 'kenyan shilling',
    EGP: 'egyptian pound',
    MAD: 'moroccan dirham|dirham marocain',
    QAR: 'qatari riyal|qatari rial',
    KWD: 'kuwaiti dinar',
    PKR: 'pakistani rupee|pakistan rupee',
    LKR: 'sri lankan rupee|sri lanka rupee',
  }).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
);

function currencyNamed(text: string): string | undefined {
  const words = foldText(text)
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return NAMES.get(words) ?? NAMES.get(words.replace(/s$/, ''));
}

/**
 * The code of a currency written as code ("usd"), name ("US Dollar"), symbol, or code and name together ("USD - US Dollar",
 * "Euro (EUR)"); null where it is none, or a sign that several share.
 */
export function currencyOf(text: string): string | null {
  const plain = text.trim();
  const upper = plain.toUpperCase();
  if (CODES.has(upper)) return WORDS.has(upper) && plain !== upper ? null : upper;
  const symbol = SYMBOLS[plain.toLowerCase()];
  if (symbol !== undefined) return symbol.length === 1 ? (symbol[0] ?? null) : null;
  const named = currencyNamed(plain);
  if (named !== undefined) return named;
  const lead = /^([A-Z]{3})\s*[-–—:(,/]/.exec(upper)?.[1] ?? /(?: [-–—:] ?|[([])([A-Z]{3})[)\]]?$/.exec(upper)?.[1];
  return lead !== undefined && CODES.has(lead) ? lead : null;
}

/** All that a mark beside a number can mean: one code, several for "$", none for a text that is no currency. */
export function currenciesOfMark(mark: string): readonly string[] {
  const code = currencyOf(mark);
  return code !== null ? [code] : (SYMBOLS[mark.toLowerCase()] ?? []);
}

/** A code or a name standing in a header: "Amount (EUR)", "Betrag in CHF", "USD", "amount_usd", "Betrag in Euro". */
export function currencyInHeader(header: string): string | null {
  const words = header.split(/[^A-Za-z]+/).filter((word) => word !== '');
  const bracketed = /[([]([^()[\]]+)[)\]]/.exec(header)?.[1]?.trim() ?? '';
  for (const word of words) if (USUAL.has(word) || (CODES.has(word) && (word === bracketed || words.length === 1))) return word;
  const last = words.at(-1) ?? '';
  if (header === header.toLowerCase() && MAJOR.has(last.toUpperCase())) return last.toUpperCase();
  for (const symbol of ['€', '£', '₹', '₩', '₺', '₪', '₽', '₦', '₫', '₱', '₴', '฿'])
    if (header.includes(symbol)) return currencyOf(symbol);
  const behind = /\b(?:in|en|em)\s+(\p{L}[\p{L} ]*)$/u.exec(header)?.[1];
  return currencyNamed(bracketed) ?? (behind === undefined ? null : (currencyNamed(behind) ?? null));
}

const IN_TITLE =
  /(?:[([:]\s*|\b(?:in|en|em|currency|w[aä]hrung|devise|moneda|moeda|valuta):?\s+)([A-Z]{3})(?![\p{L}\p{N}])|(?<!\p{L})([A-Z]{3})[\s)\].]*$/giu;

/** The same in a title, where a code may as well be a word: "Sales (EUR)", "Amounts in USD", not "CAD Software Ltd". */
export function currencyInTitle(title: string): string | null {
  for (const [, led, last] of title.matchAll(IN_TITLE)) {
    const code = led ?? last ?? '';
    if (USUAL.has(code)) return code;
  }
  return currencyInHeader(title.replace(/\b[A-Z]{3}\b/g, ' ').trim());
}

/** Codes that a lower-case column name may end in: `amount_usd`. */
const MAJOR = new Set('EUR USD GBP CHF CAD AUD NZD JPY CNY INR SEK NOK DKK PLN BRL MXN ZAR SGD HKD'.split(' '));

/** The marks of a number format: `#,##0.00 "EUR"`, `[$€-407] #,##0`, `[$USD] 0.00`, `"$"#,##0`, `#,##0.00\\ €`. */
export function currenciesOfFormat(format: string): readonly string[] {
  const marks = [
    ...[...format.matchAll(/\[\$([^\]-]+)(?:-[^\]]*)?\]/g)].map(([, mark = '']) => mark),
    ...[...format.matchAll(/"([^"]+)"/g)].map(([, mark = '']) => mark),
    /([€£$¥₹₩₺₪₽₦₫₱₴฿])/.exec(format.replace(/"[^"]*"?|\[[^\]]*\]?/g, ''))?.[1] ?? '',
  ];
  for (const mark of marks) {
    const found = currenciesOfMark(mark.trim());
    if (found.length > 0) return found;
  }
  return [];
}
