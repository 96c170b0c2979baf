/** Loads Microsoft's own office.js in Node and connects it to a host: the add-in then runs as it does in Excel. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Bridge, Host } from './office/host';
import { createOffice, type OfficeShim } from './office/officeShim';

const LIBRARY = '@microsoft/office-js/dist/excel-web-16.00.js';

/** What an add-in finds as globals. */
export interface OpenOffice {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  /** The ribbon's commands that the add-in associated, and the like. */
  readonly shim: OfficeShim;
  /** Takes the globals away again. */
  readonly close: () => void;
}

interface OfficeGlobals {
  window?: unknown;
  document?: unknown;
  navigator?: unknown;
  location?: unknown;
  _richApiNativeBridge?: Bridge;
  Excel?: typeof Excel;
  Office?: typeof Office;
  OfficeExtension?: typeof OfficeExtension;
}

let source: string | null = null;

const readLibrary = (): string => (source ??= readFileSync(createRequire(import.meta.url).resolve(LIBRARY), 'utf8'));

const noElement = {
  getElementsByTagName: () => [],
  getElementById: () => null,
  createElement: () => ({ setAttribute: () => undefined, style: {} }),
  addEventListener: () => undefined,
  cookie: '',
  URL: '',
  readyState: 'complete',
};

/** The little of a browser that office.js looks at while it loads. */
const stubs: OfficeGlobals = {
  window: globalThis,
  document: noElement,
  navigator: { userAgent: 'Node' },
  location: {
    href: 'https://localhost/',
    search: '',
    hash: '',
    protocol: 'https:',
    host: 'localhost',
    origin: 'https://localhost',
  },
};

let opened: (() => void) | null = null;

/** Evaluates in the realm of the caller, where functions and arrays are the add-in's own; `var`s become globals. */
const evaluate = (code: string): void => {
  const indirect = globalThis.eval as (text: string) => unknown;
  indirect(code);
};

/**
 * Opens a host to add-in code in this process. One at a time: opening another closes the one before.
 * @returns office.js's own objects, which are also the globals `Excel`, `Office` and `OfficeExtension`.
 */
export const openOffice = (host: Pick<Host, 'bridge' | 'office'>): OpenOffice => {
  opened?.();
  const scope = globalThis as unknown as OfficeGlobals & Record<string, unknown>;
  const before = new Set(Object.getOwnPropertyNames(scope));
  for (const [name, stub] of Object.entries(stubs)) {
    if (scope[name] === undefined) Object.defineProperty(scope, name, { value: stub, writable: true, configurable: true });
  }
  scope._richApiNativeBridge = host.bridge;
  evaluate(readLibrary());
  const { Excel: excel, Office: base, OfficeExtension: extension } = scope;
  if (!excel || !base || !extension) throw new Error('office.js did not load.');
  const shim = createOffice(base, host.office);
  scope.Office = shim as unknown as typeof Office;
  const close = (): void => {
    if (opened !== close) return;
    opened = null;
    host.bridge.onMessageFromHost = null;
    for (const name of Object.getOwnPropertyNames(scope)) if (!before.has(name)) Reflect.deleteProperty(scope, name);
  };
  opened = close;
  return { Excel: excel, Office: scope.Office, OfficeExtension: extension, shim, close };
};
