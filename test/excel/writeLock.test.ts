/** Two panes over one workbook. The locks are those of one browser, as far as they are used. */

import { aloneAfterOthers, aloneOrRefuse } from '../../src/excel/writeLock';
import { openBook } from './support/open';

/** One lock for each name; whoever waits comes after those before. */
function browserLocks() {
  const held = new Map<string, Promise<unknown>>();
  return {
    async request<T>(name: string, ...rest: readonly unknown[]): Promise<T> {
      const work = rest.at(-1) as (lock: object | null) => Promise<T>;
      const isImpatient = rest.length > 1;
      const before = held.get(name);
      if (before !== undefined && isImpatient) return work(null);
      const mine = (before ?? Promise.resolve()).then(() => work({}));
      const over = mine.catch(() => undefined).finally(() => held.delete(name));
      held.set(name, over);
      return mine;
    },
  };
}

let before: PropertyDescriptor | undefined;

/** Opens a workbook in a browser that has these locks. */
function openWith(locks: object): void {
  openBook();
  before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { configurable: true, writable: true, value: locks });
}

afterEach(() => {
  if (before === undefined) Reflect.deleteProperty(globalThis, 'navigator');
  else Object.defineProperty(globalThis, 'navigator', before);
});

function heldBack() {
  let letGo = (): void => undefined;
  const done = new Promise<void>((resolve) => (letGo = resolve));
  return { done, letGo };
}

test('while one pane writes, another is refused with a sentence, and writes when that has ended', async () => {
  openWith({ locks: browserLocks() });
  const { done, letGo } = heldBack();
  const first = aloneOrRefuse(() => done);
  await expect(aloneOrRefuse(() => Promise.resolve('second'))).rejects.toMatchObject({
    trouble: { what: 'Tieout is writing into this workbook from another pane or button.' },
  });
  letGo();
  await first;
  expect(await aloneOrRefuse(() => Promise.resolve('second'))).toBe('second');
});

test('a pane that opens meanwhile does not take away what the other is writing: it waits', async () => {
  openWith({ locks: browserLocks() });
  const { done, letGo } = heldBack();
  const order: string[] = [];
  const first = aloneOrRefuse(async () => {
    await done;
    order.push('written');
  });
  const second = aloneAfterOthers(() => Promise.resolve(order.push('mended')));
  letGo();
  await Promise.all([first, second]);
  expect(order).toEqual(['written', 'mended']);
});

test('a browser without locks writes all the same', async () => {
  openWith({});
  expect(await aloneOrRefuse(() => Promise.resolve(1))).toBe(1);
  expect(await aloneAfterOthers(() => Promise.resolve(2))).toBe(2);
});
