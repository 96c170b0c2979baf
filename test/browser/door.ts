/** The door between pane and host: what the pane asks can be held back there, or let through late. */

import type { FrameLocator, Page } from 'playwright-core';

interface Door {
  /** While the pane shows this text, nothing that it asks gets through; "" lets all through, "*" nothing at all. */
  shutWhile(text: string): void;
  /** Forgets what waits, as when the pane that asked is gone. */
  forget(): void;
  /** Milliseconds that each question waits. */
  delay(milliseconds: number): void;
  /** How many questions wait. */
  waiting(): number;
}

type Doored = Window & { door: Door };

/** Runs in the page before anything of it does. */
function build(): void {
  if (window.top !== window) return;
  const letThrough = new WeakSet<Event>();
  const held: MessageEvent<unknown>[] = [];
  let text = '';
  let milliseconds = 0;
  const pass = ({ data, origin, source }: MessageEvent<unknown>): void => {
    const again = new MessageEvent<unknown>('message', { data, origin, source });
    letThrough.add(again);
    window.dispatchEvent(again);
  };
  const isShut = (source: MessageEventSource | null): boolean => {
    const pane = document.getElementById('pane');
    if (text === '' || !(pane instanceof HTMLIFrameElement) || pane.contentWindow !== source) return false;
    return text === '*' || pane.contentDocument?.querySelector('body')?.innerText.includes(text) === true;
  };
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const { data } = event;
    if (letThrough.has(event) || typeof data !== 'object' || data === null || !('embeddedExcel' in data)) return;
    if (isShut(event.source)) held.push(event);
    else if (milliseconds > 0) setTimeout(() => pass(event), milliseconds);
    else return;
    event.stopImmediatePropagation();
  });
  const door: Door = {
    shutWhile(next) {
      text = next;
      if (text === '') for (const event of held.splice(0)) pass(event);
    },
    delay(next) {
      milliseconds = next;
    },
    forget: () => void held.splice(0),
    waiting: () => held.length,
  };
  Object.assign(window, { door });
}

export async function buildDoor(page: Page): Promise<void> {
  await page.addInitScript(build);
}

/** Holds back what the pane asks from the moment on at which it shows this text. */
export const shutWhile = (page: Page, text: string): Promise<void> =>
  page.evaluate((words) => (window as unknown as Doored).door.shutWhile(words), text);

/** Waits until something is held back. */
export async function heldBack(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as unknown as Doored).door.waiting() > 0);
}

export const openDoor = (page: Page): Promise<void> => shutWhile(page, '');

export const forgetHeld = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as Doored).door.forget());

/** Lets everything through, each question so much later. */
export const slowDown = (page: Page, milliseconds: number): Promise<void> =>
  page.evaluate((late) => (window as unknown as Doored).door.delay(late), milliseconds);

type Hurried = Window & { isHurried?: boolean };

/** Runs in the page and in the pane. */
function shorten(milliseconds: number): void {
  const timer = window.setTimeout.bind(window);
  const hurried = (...[work, wait = 0, ...more]: Parameters<typeof timer>): number => {
    if (wait !== milliseconds) return timer(work, wait, ...more);
    (window as Hurried).isHurried = true;
    return timer(work, 100, ...more);
  };
  Object.assign(window, { setTimeout: hurried });
}

/** From now on, in a pane that is opened later too, a wait of just so long is over in a moment. */
export async function hurry(page: Page, milliseconds: number): Promise<void> {
  await page.addInitScript(shorten, milliseconds);
  await Promise.all(page.frames().map((frame) => frame.evaluate(shorten, milliseconds)));
}

/** Whether there was such a wait: a test that hurries one of another length would pass all the same, only later. */
export const wasHurried = (pane: FrameLocator): Promise<boolean> =>
  pane.locator('html').evaluate(() => (window as Hurried).isHurried === true);
