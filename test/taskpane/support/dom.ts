/** A document for tests of components. Imported first, before React looks for one. */

import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
  pretendToBeVisual: true,
  url: 'http://localhost/',
});

/** Node's own, which the code under test and its doubles share; and the stores, which jest takes apart badly. */
const NOT_TAKEN = new Set(['AbortController', 'AbortSignal', 'DOMException', 'localStorage', 'sessionStorage']);

for (const name of Object.getOwnPropertyNames(window)) {
  if (NOT_TAKEN.has(name)) continue;
  const own = Object.getOwnPropertyDescriptor(globalThis, name);
  const isOfTheDom = !(name in globalThis) || /Event$/.test(name) || name === 'EventTarget';
  if (isOfTheDom && own?.configurable !== false)
    Object.defineProperty(globalThis, name, {
      configurable: true,
      writable: true,
      value: (window as unknown as Readonly<Record<string, unknown>>)[name],
    });
}
Object.assign(globalThis, { window, IS_REACT_ACT_ENVIRONMENT: true });
