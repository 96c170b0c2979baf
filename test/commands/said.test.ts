/** What a button has to say, and the small window that shows it. */

import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const WHAT = 'Diese Arbeitsmappe enthält noch kein Ergebnis.';
const NEXT = 'Öffnen Sie Tieout & stimmen Sie ab: 100 % "#?';

/** Loads a module with this page around it. */
async function within<T>(page: JSDOM, load: () => Promise<T>): Promise<T> {
  Object.assign(globalThis, { document: page.window.document, location: page.window.location });
  return load();
}

afterEach(() => {
  for (const name of ['document', 'location', 'Office']) Reflect.deleteProperty(globalThis, name);
});

test('the window shows both sentences as they are, in their language', async () => {
  const addresses: string[] = [];
  Object.assign(globalThis, {
    Office: { context: { ui: { displayDialogAsync: (address: string) => addresses.push(address) } } },
  });
  const button = new JSDOM('<html lang="de"></html>', { url: 'https://tieout.example/addin/commands.html?x=1' });
  await within(button, async () => (await import('../../src/commands/say')).say(WHAT, NEXT));

  const [address = ''] = addresses;
  expect(new URL(address).pathname).toBe('/addin/said.html');
  const shown = new JSDOM(readFileSync('src/commands/said.html', 'utf8'), { url: address });
  await within(shown, () => import('../../src/commands/said'));
  const { document } = shown.window;
  expect([...document.querySelectorAll('#said p')].map(({ textContent }) => textContent)).toEqual([WHAT, NEXT]);
  expect(document.documentElement.lang).toBe('de');
});
