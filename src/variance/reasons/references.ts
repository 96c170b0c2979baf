/** Document numbers as people quote them, and the series they belong to. */

/** A reference without case, spaces and punctuation, so that "inv 0042" and "INV-0042" are one. */
export function referenceKey(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What the numbers of a sheet look like and where each run of them starts. */
export interface Series {
  /** A number of this run, lower than any in the sheet. */
  readonly startsAfter: (reference: string) => boolean;
  /** Written like one of these ids. */
  readonly resembles: (reference: string) => boolean;
}

const NUMBERED = /^(.*?\D)(\d+)$/u;

function split(text: string): { readonly prefix: string; readonly digits: string } | null {
  const match = NUMBERED.exec(referenceKey(text));
  return match?.[1] === undefined || match[2] === undefined ? null : { prefix: match[1], digits: match[2].replace(/^0+/, '') };
}

/** Whole numbers of any length, without leading zeros. */
function isLess(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}

/** A run needs a prefix: bare numbers are too easily something else. */
export function series(ids: readonly string[]): Series {
  const first = new Map<string, string>();
  for (const id of ids) {
    const parts = split(id);
    if (parts === null) continue;
    const before = first.get(parts.prefix);
    if (before === undefined || isLess(parts.digits, before)) first.set(parts.prefix, parts.digits);
  }
  return {
    startsAfter: (reference) => {
      const parts = split(reference);
      const start = parts === null ? undefined : first.get(parts.prefix);
      return parts !== null && start !== undefined && isLess(parts.digits, start);
    },
    resembles: (reference) => {
      const parts = split(reference);
      return parts !== null && first.has(parts.prefix);
    },
  };
}
