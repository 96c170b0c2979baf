import { createPreferences } from '../../src/taskpane/preferences';

/** As much of the browser's storage as office-js-helpers uses. */
class Store {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return typeof this[key] === 'string' ? this[key] : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
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

afterEach(() => Reflect.deleteProperty(globalThis, 'window'));

test('what was set is there next time, for the same Office user only', () => {
  const store = new Store();
  withStorage(() => store);
  expect(createPreferences('user-1').isWelcomed()).toBe(false);
  createPreferences('user-1').setWelcomed();
  expect(createPreferences('user-1').isWelcomed()).toBe(true);
  expect(createPreferences('user-2').isWelcomed()).toBe(false);
});

test('initials are asked until they were given, blank ones too', () => {
  const store = new Store();
  withStorage(() => store);
  expect(createPreferences('user-1').initials()).toBeNull();
  createPreferences('user-1').setInitials('');
  expect(createPreferences('user-1').initials()).toBe('');
  createPreferences('user-1').setInitials('mk');
  expect(createPreferences('user-1').initials()).toBe('mk');
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
  const preferences = createPreferences('');
  preferences.setWelcomed();
  expect(preferences.isWelcomed()).toBe(true);
});
