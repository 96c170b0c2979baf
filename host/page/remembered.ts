/** What the page remembers from one visit to the next; a browser may forbid that, and then it forgets. */

const KEY = 'tieout.page.';

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(KEY + name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(KEY + name, value);
  } catch {
    // Full or forbidden: the next visit begins as the first one.
  }
}
