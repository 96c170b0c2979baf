/**
 * What the engine says in English, said in another language by its phrases. A phrase may have holes: `{name}` is kept as it
 * stands, `{n}`, `{of}`, `{most}` and `{share}` hold a number, `{name!}` is itself a phrase or a list of phrases.
 */

export type Phrases = Readonly<Record<string, string>>;

interface Template {
  readonly pattern: RegExp;
  readonly holes: readonly { readonly name: string; readonly isPhrase: boolean }[];
  readonly said: string;
  /** Letters outside the holes: more of them tell more surely. */
  readonly told: number;
}

/** A hole that took any text would take the beginning of a list as well. */
const NUMBERS: ReadonlySet<string> = new Set(['n', 'of', 'most', 'share']);

const HOLE = /\{(\w+)(!?)\}/g;

/** Lists of phrases are parted by these, the looser ones first. */
const PARTINGS = ['; ', ', '];

/** @returns what stands in no phrase comes back as it is, whole: never half in one language and half in another. */
export function phrasebook(phrases: Phrases): (english: string) => string {
  const whole = new Map(Object.entries(phrases).filter(([english]) => !english.includes('{')));
  const templates = Object.entries(phrases)
    .filter(([english]) => english.includes('{'))
    .map(templateOf)
    .sort((a, b) => b.told - a.told);

  const filled = (template: Template, parts: readonly string[]): string | null => {
    const values = new Map<string, string>();
    for (const [at, { name, isPhrase }] of template.holes.entries()) {
      const part = parts[at] ?? '';
      const value = isPhrase ? translated(part) : part;
      if (value === null) return null;
      values.set(name, value);
    }
    return template.said.replace(HOLE, (_, name: string) => values.get(name) ?? '');
  };

  function translated(english: string): string | null {
    const found = whole.get(english);
    if (found !== undefined) return found;
    for (const template of templates) {
      const match = template.pattern.exec(english);
      const said = match === null ? null : filled(template, match.slice(1));
      if (said !== null) return said;
    }
    for (const parting of PARTINGS) {
      const parts = english.split(parting);
      const said = parts.length < 2 ? [null] : parts.map(translated);
      if (said.every((part) => part !== null)) return said.join(parting);
    }
    return null;
  }

  return (english) => translated(english) ?? english;
}

function templateOf([english, said]: readonly [string, string]): Template {
  const holes = [...english.matchAll(HOLE)].map((hole) => ({ name: hole[1] ?? '', isPhrase: hole[2] === '!' }));
  const literals = english.split(/\{\w+!?\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const source = literals.reduce((before, literal, at) => before + patternOf(holes[at - 1]) + literal);
  return { pattern: new RegExp(`^${source}$`, 's'), holes, said, told: literals.join('').length };
}

function patternOf(hole: Template['holes'][number] | undefined): string {
  return hole !== undefined && !hole.isPhrase && NUMBERS.has(hole.name) ? '(-?[\\d.,]+(?: ?%)?)' : '(.+?)';
}
