/** What happened to a number on its way: a digit dropped, doubled, swapped or replaced, an end lost. */

/** In digits; `kept` counts the ones at an end that are still there. */
export type Damage =
  | { readonly kind: 'none' | 'before' | 'replaced' | 'swapped' | 'more' | 'less' }
  | { readonly kind: 'endLost' | 'beginningLost'; readonly lost: number };

const LABELS: Readonly<Record<Damage['kind'], string>> = {
  none: 'but for its letters',
  before: 'but for its beginning',
  replaced: 'one digit differs',
  swapped: 'two digits swapped',
  more: 'one digit more',
  less: 'one digit less',
  endLost: 'its end is lost',
  beginningLost: 'its beginning is lost',
};

export function describeDamage({ kind }: Damage): string {
  return LABELS[kind];
}

/** More digits may not be lost at an end. */
const MOST_LOST = 4;
/** Digits that tell a number from others of its series, at least: fewer may be anything's. */
const LEAST_TELLING = 4;

/**
 * How the quoted digits come from a number's; null where they do not by one such event.
 * @param telling how many of the number's last digits tell it from the others of its series
 */
export function damageOf(quoted: string, number: string, telling: number): Damage | null {
  if (quoted === number) return { kind: 'none' };
  const longer = quoted.length - number.length;
  if (telling >= LEAST_TELLING && Math.abs(longer) <= 2 && quoted.endsWith(number.slice(number.length - telling)))
    return { kind: 'before' };
  if (longer === 0) return replacedOrSwapped(quoted, number);
  if (longer === 1) return isOneLess(number, quoted) ? { kind: 'more' } : null;
  if (longer === -1 && isOneLess(quoted, number)) return { kind: 'less' };
  if (longer < 0 && longer >= -MOST_LOST) {
    if (number.startsWith(quoted)) return { kind: 'endLost', lost: -longer };
    if (number.endsWith(quoted)) return { kind: 'beginningLost', lost: -longer };
  }
  return null;
}

function replacedOrSwapped(a: string, b: string): Damage | null {
  let first = 0;
  while (a[first] === b[first]) first++;
  let last = a.length - 1;
  while (a[last] === b[last]) last--;
  if (first === last) return { kind: 'replaced' };
  return last === first + 1 && a[first] === b[last] && a[last] === b[first] ? { kind: 'swapped' } : null;
}

/** Whether the first is the second without one of its digits. */
function isOneLess(less: string, whole: string): boolean {
  let at = 0;
  while (at < less.length && less[at] === whole[at]) at++;
  return less.slice(at) === whole.slice(at + 1);
}

/** How many numbers of a series, of all that its telling digits allow, are as near to a quoted one by the same kind of damage. */
export function numbersAsNear(damage: Damage, telling: number): number {
  switch (damage.kind) {
    case 'none':
    case 'before':
      return 1;
    case 'swapped':
      return telling;
    case 'less':
    case 'replaced':
      return 10 * telling;
    case 'more':
      return telling;
    case 'endLost':
    case 'beginningLost':
      return 10 ** Math.min(damage.lost, telling);
  }
}

/** The digits of words and of neighbouring words together, since a blank may have come into a number. */
export function digitsQuoted(texts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of texts) {
    let before = '';
    for (const word of text.split(/\s+/)) {
      const digits = word.replace(/\D/g, '');
      offer(found, digits);
      if (before !== '' && digits !== '') offer(found, before + digits);
      for (const run of word.match(/\d+/g) ?? []) offer(found, run);
      before = digits;
      if (found.size >= MOST_QUOTED) return [...found];
    }
  }
  return [...found];
}

const MOST_QUOTED = 64;
const [FEWEST_DIGITS, MOST_DIGITS] = [4, 30];

function offer(found: Set<string>, digits: string): void {
  if (digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS) found.add(digits);
}
