import { createPreferences } from '../../src/taskpane/preferences';
import { createSetUps } from '../../src/taskpane/setUps';
import { openStorage } from '../../src/taskpane/storage';
import { SOURCES, source } from './support/workbook';

/** As much of the browser's storage as office-js-helpers uses. */
class Store {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return typeof this[key] === 'string' ? this[key] : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

class FullStore extends Store {
  override setItem(): never {
    throw new DOMException('full', 'QuotaExceededError');
  }
}

function withStorage(localStorage: () => unknown): void {
  Object.defineProperty(globalThis, 'window', {
    configurable: true,
    value: Object.defineProperty({}, 'localStorage', { get: localStorage }),
  });
}

const preferencesOf = (user: string) => createPreferences(openStorage(user));
const setUpsOf = (user: string) => createSetUps(openStorage(user));
const layout = (at: number) => source(SOURCES[at] ?? '', at).mapping;

afterEach(() => Reflect.deleteProperty(globalThis, 'window'));

test('what was set is there next time, for the same Office user only', () => {
  const store = new Store();
  withStorage(() => store);
  expect(preferencesOf('user-1').isWelcomed()).toBe(false);
  preferencesOf('user-1').setWelcomed();
  expect(preferencesOf('user-1').isWelcomed()).toBe(true);
  expect(preferencesOf('user-2').isWelcomed()).toBe(false);
});

test('initials are asked until they were given, blank ones too', () => {
  const store = new Store();
  withStorage(() => store);
  expect(preferencesOf('user-1').initials()).toBeNull();
  preferencesOf('user-1').setInitials('');
  expect(preferencesOf('user-1').initials()).toBe('');
  preferencesOf('user-1').setInitials('mk');
  expect(preferencesOf('user-1').initials()).toBe('mk');
});

test.each([
  [
    'blocked',
    (): never => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
  ['full', () => new FullStore()],
])('storage that is %s is forgotten, not stumbled over', (_, storage) => {
  withStorage(storage);
  const preferences = preferencesOf('');
  preferences.setWelcomed();
  expect(preferences.isWelcomed()).toBe(true);
});

test('layouts and definitions that a user settled are there for the next workbook, of the same Office user only', () => {
  const store = new Store();
  withStorage(() => store);
  setUpsOf('user-1').keep([layout(0)], { renewals: 'uplift only' });
  expect(setUpsOf('user-1').layouts()).toEqual([{ ...layout(0), sheet: '' }]);
  expect(setUpsOf('user-1').definitions()).toEqual({ renewals: 'uplift only' });
  expect(setUpsOf('user-2').layouts()).toEqual([]);
});

test('what is about one workbook alone, or names customers and accounts, is not kept', () => {
  withStorage(() => new Store());
  const setUps = setUpsOf('');
  setUps.keep(
    [
      { ...layout(0), role: 'ignore' },
      { ...layout(1), fingerprint: '' },
    ],
    {
      asOf: '2026-04-30',
      periodFrom: '2026-01',
      internalCustomers: 'Acme Ltd',
      bankLeaveOut: 'DE02 1203 0000 0000 2020 51',
    },
  );
  expect([setUps.layouts(), setUps.definitions()]).toEqual([[], {}]);
});

test('the latest of a layout counts, and it goes when it is forgotten', () => {
  withStorage(() => new Store());
  const setUps = setUpsOf('');
  setUps.keep([layout(0), layout(1)], {});
  setUps.keep([{ ...layout(0), decimal: ',' }], {});
  expect(setUps.layouts().map(({ fingerprint, decimal }) => [fingerprint, decimal])).toEqual([
    ['Deals', ','],
    ['Invoices', null],
  ]);
  setUps.forgetLayout('Deals');
  expect(setUps.layouts().map(({ fingerprint }) => fingerprint)).toEqual(['Invoices']);
});

test('what another version wrote is nothing', () => {
  const store = new Store();
  withStorage(() => store);
  openStorage('').set('layouts', '[{"sheet":1}]');
  openStorage('').set('definitions', 'not JSON');
  expect([setUpsOf('').layouts(), setUpsOf('').definitions()]).toEqual([[], {}]);
});

test('set-ups that storage refuses last as long as the pane', () => {
  withStorage(() => new FullStore());
  const setUps = setUpsOf('');
  setUps.keep([layout(0)], {});
  expect(setUps.layouts()).toHaveLength(1);
});

test('forgetting leaves nothing of this user, and all of another', () => {
  const store = new Store();
  withStorage(() => store);
  preferencesOf('user-2').setInitials('other');
  const others = Object.keys(store);
  const [preferences, setUps] = [preferencesOf('user-1'), setUpsOf('user-1')];
  preferences.setWelcomed();
  preferences.setInitials('mk');
  setUps.keep([layout(0)], { yearStarts: 'April' });
  expect(Object.keys(store).length).toBeGreaterThan(others.length);
  preferences.forget();
  setUps.forget();
  expect(Object.keys(store)).toEqual(others);
  expect([preferences.isWelcomed(), preferences.initials(), setUps.layouts(), setUps.definitions()]).toEqual([
    false,
    null,
    [],
    {},
  ]);
  expect(preferencesOf('user-2').initials()).toBe('other');
});
