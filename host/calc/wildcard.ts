/** Excel's patterns: `*` any letters, `?` one letter, `~` takes the next as it is. */

const patterns = new Map<string, RegExp | null>();
const MOST_KEPT = 500;

/**
 * The pattern of a text as a regular expression without regard to case; null where it has no wildcard.
 * @param where "whole" must match from end to end
 */
export function wildcard(text: string, where: 'whole' | 'within'): RegExp | null {
  if (!/[*?~]/.test(text)) return null;
  const key = `${where}${text}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  if (patterns.size > MOST_KEPT) patterns.clear();
  const body = text.replace(/~([*?~])|([*?])|([\s\S])/g, (_all, literal?: string, wild?: string, letter?: string) => {
    if (wild !== undefined) return wild === '*' ? '[\\s\\S]*' : '[\\s\\S]';
    return (literal ?? letter ?? '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  const pattern = new RegExp(where === 'whole' ? `^${body}$` : body, 'i');
  patterns.set(key, pattern);
  return pattern;
}
