/** A written name as plain lower-case words. */

/** Letters that Unicode does not take apart into a base and a mark, and scripts that are spelt out in Latin letters. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...pairs('ß ss æ ae œ oe ø o đ d ð d þ th ł l ı i ħ h ŋ n'),
  ...pairs(
    'а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya',
  ),
  ...pairs('і i є ye ґ g ј j љ lj њ nj ћ c ђ dj џ dz'),
  ...pairs('α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o'),
  ['ъ', ''],
  ['ь', ''],
]);

function pairs(text: string): (readonly [string, string])[] {
  const parts = text.split(' ');
  return parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1] ?? ''] as const] : []));
}

const NOT_ASCII = /[^\0-\x7f]/;

/** Anything but Latin letters, digits and signs parted by single blanks. */
const UNEVEN = /^ | $| {2}|[^ -~]/;

/** Case, width and blanks evened out: two texts that a person calls written the same. */
export function fold(name: string): string {
  if (!UNEVEN.test(name)) return name.toLowerCase();
  // Compatibility would spell out the sign of a trade mark as letters of the name.
  const even = NOT_ASCII.test(name) ? name.replace(/[™℠®©]/gu, '').normalize('NFKC') : name;
  return even.toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** A folded text without marks, in Latin letters where it is written in an alphabet that has fixed equals. */
export function toPlain(folded: string): string {
  if (!NOT_ASCII.test(folded)) return folded;
  return folded
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’´]/g, "'")
    .replace(/[–—‐‑]/g, '-')
    .replace(/[^\0-\x7f]/gu, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFC');
}

const ASCII_WORDS = /[a-z0-9]+|[&+]/g;
/** A picture is a word of its own: some shops are called by one. */
const WORDS = /[\p{L}\p{N}]+|\p{Extended_Pictographic}|[&+]/gu;

/** The words of a plain text: `&` and `+` are "and", an apostrophe joins, all else parts; runs of single letters are one word. */
export function splitWords(plain: string): readonly string[] {
  const joined = plain.includes("'") || plain.includes('`') ? plain.replace(/['`]/g, '') : plain;
  const found = joined.match(NOT_ASCII.test(joined) ? WORDS : ASCII_WORDS) ?? NONE;
  return found.some((word) => word.length === 1) ? joinLetters(found) : found;
}

const NONE: readonly string[] = [];

function joinLetters(found: readonly string[]): readonly string[] {
  const words: string[] = [];
  let run = '';
  for (const word of found) {
    if (word.length === 1 && isLetter(word)) {
      run += word;
      continue;
    }
    if (run !== '') words.push(run);
    run = '';
    words.push(word === '&' || word === '+' ? 'and' : word);
  }
  if (run !== '') words.push(run);
  return words;
}

/** A lone letter of an alphabet; "s a r l" and "i b m" become one word. */
function isLetter(word: string): boolean {
  return word >= 'a' && word <= 'z' ? true : word > '\x7f' && /\p{Ll}/u.test(word);
}
