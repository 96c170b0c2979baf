/** Currencies as sheets write them: codes, symbols, names. */

import { foldText } from './text';

/** Codes in use (ISO 4217); three other capitals in a text are not taken for a currency. */
const CODES = new Set(
  (
    'AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JOD JPY KES KRW KWD KZT LKR MAD ' +
    'MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND XAF XOF ZAR'
  ).split(' '),
);

/** What a symbol can mean, the most usual first. */
const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
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
};

const NAMES: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  'us dollar': 'USD',
  'us dollars': 'USD',
  'u s dollar': 'USD',
  'united states dollar': 'USD',
  usa: 'USD',
  'british pound': 'GBP',
  'pound sterling': 'GBP',
  'british pound sterling': 'GBP',
  sterling: 'GBP',
  'swiss franc': 'CHF',
  'schweizer franken': 'CHF',
  'australian dollar': 'AUD',
  'canadian dollar': 'CAD',
  'canadian dollars': 'CAD',
  'new zealand dollar': 'NZD',
  'singapore dollar': 'SGD',
  'hong kong dollar': 'HKD',
  'japanese yen': 'JPY',
  yen: 'JPY',
  'chinese yuan': 'CNY',
  renminbi: 'CNY',
  'indian rupee': 'INR',
  'swedish krona': 'SEK',
  'norwegian krone': 'NOK',
  'danish krone': 'DKK',
  'polish zloty': 'PLN',
  'czech koruna': 'CZK',
  'mexican peso': 'MXN',
  'brazilian real': 'BRL',
  'south african rand': 'ZAR',
};

/** The code of a currency written as code ("usd"), name ("US Dollar"), symbol, or "USD - US Dollar"; null where it is none. */
export function currencyOf(text: string): string | null {
  const plain = text.trim();
  const upper = plain.toUpperCase();
  if (CODES.has(upper)) return upper;
  const named =
    NAMES[
      foldText(plain)
        .replace(/[^a-z]+/g, ' ')
        .trim()
    ];
  if (named !== undefined) return named;
  const lead = /^([A-Z]{3})\s*[-–:(]/.exec(upper)?.[1];
  if (lead !== undefined && CODES.has(lead)) return lead;
  const symbol = SYMBOLS[plain.toLowerCase()];
  return symbol?.length === 1 ? (symbol[0] ?? null) : null;
}

/** All that a mark beside a number can mean: one code, several for "$", none for a text that is no currency. */
export function currenciesOfMark(mark: string): readonly string[] {
  const code = currencyOf(mark);
  return code !== null ? [code] : (SYMBOLS[mark.toLowerCase()] ?? []);
}

/** A code standing as a word of a header: "Amount (EUR)", "Betrag in CHF", "USD". */
export function currencyInHeader(header: string): string | null {
  for (const word of header.split(/[^A-Za-z]+/)) if (word === word.toUpperCase() && CODES.has(word)) return word;
  for (const symbol of ['€', '£', '₹', '₩', '₺', '₪']) if (header.includes(symbol)) return currencyOf(symbol);
  return null;
}

/** The marks of a number format: `#,##0.00 "EUR"`, `[$€-407] #,##0`, `[$USD] 0.00`, `"$"#,##0`. */
export function currenciesOfFormat(format: string): readonly string[] {
  const bracket = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(format)?.[1];
  const quoted = /"([^"]+)"/.exec(format)?.[1];
  const bare = /(?:^|[^[\\])([€£$¥₹₩₺₪])/.exec(format)?.[1];
  for (const mark of [bracket, quoted, bare]) {
    const found = mark === undefined ? [] : currenciesOfMark(mark.trim());
    if (found.length > 0) return found;
  }
  return [];
}
