/** Renaming of tables and their columns in formulas. */

export type StructuredRename =
  | { readonly kind: 'table'; readonly before: string; readonly after: string }
  /** `isInside` says that the formula stands in the table, so that `[@Col]` means its column. */
  | {
      readonly kind: 'column';
      readonly table: string;
      readonly isInside: boolean;
      readonly before: string;
      readonly after: string;
    };

const NAME = /[\p{L}\p{N}_.\\?]/u;

/** What a column's name is inside brackets: `[`, `]`, `#`, `'` and `@` behind an apostrophe. */
export const escapedColumn = (name: string): string => name.replace(/[[\]#'@]/g, "'$&");

const plainColumn = (text: string): string => text.replace(/'(.)/gs, '$1');

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The formula with the table's or column's new name; texts and sheets' names are left alone. */
export function replaceStructured(formula: string, rename: StructuredRename): string {
  if (!formula.toLowerCase().includes(rename.kind === 'table' ? rename.before.toLowerCase() : '[')) return formula;
  let text = '';
  let at = 0;
  while (at < formula.length) {
    const letter = formula.charAt(at);
    if (letter === '"' || letter === "'") {
      const end = quoteEnd(formula, at, letter);
      text += formula.slice(at, end);
      at = end;
    } else if (NAME.test(letter)) {
      let end = at;
      while (end < formula.length && NAME.test(formula.charAt(end))) end++;
      const word = formula.slice(at, end);
      const next = formula[end];
      if (next === '[') {
        const close = bracketEnd(formula, end);
        text +=
          (rename.kind === 'table' && same(word, rename.before) ? rename.after : word) +
          bracket(formula.slice(end, close), rename, word);
        at = close;
      } else {
        const isTable =
          rename.kind === 'table' && same(word, rename.before) && next !== '!' && next !== '(' && formula[at - 1] !== '!';
        text += isTable ? rename.after : word;
        at = end;
      }
    } else if (letter === '[') {
      const close = bracketEnd(formula, at);
      text += bracket(formula.slice(at, close), rename, null);
      at = close;
    } else {
      text += letter;
      at++;
    }
  }
  return text;
}

function bracket(text: string, rename: StructuredRename, table: string | null): string {
  if (rename.kind === 'table' || !(table === null ? rename.isInside : same(table, rename.table))) return text;
  const after = escapedColumn(rename.after);
  // `[Col]` and `[@Col]`; a name that is not plain needs brackets of its own behind "@".
  const simple = /^\[((?:\s+(?!\s))?@?)((?:[^[\]']|'.)*)\]$/s.exec(text);
  if (simple !== null) {
    const [, mark = '', name = ''] = simple;
    if (name.startsWith('#') || !same(plainColumn(name), rename.before)) return text;
    return mark.trim() === '@' && !/^[\p{L}\p{N}_]+$/u.test(rename.after) ? `[@[${after}]]` : `[${mark}${after}]`;
  }
  return text.replace(/\[((?:[^[\]']|'.)*)\]/gs, (whole, name: string) =>
    !name.startsWith('#') && same(plainColumn(name), rename.before) ? `[${after}]` : whole,
  );
}

function quoteEnd(text: string, at: number, mark: string): number {
  let end = text.indexOf(mark, at + 1);
  while (end >= 0 && text[end + 1] === mark) end = text.indexOf(mark, end + 2);
  return end < 0 ? text.length : end + 1;
}

function bracketEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === "'") i++;
    else if (text[i] === '[') depth++;
    else if (text[i] === ']' && --depth === 0) return i + 1;
  }
  return text.length;
}
