/** A headless browser for the tests: an installed one, or on Linux the one that comes with `npm ci`. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';
import { chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
];

/** Flags under which no request leaves the machine and page isolation, CSP and task lengths stay real. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-quic',
];

/** Flags of the packaged browser that would switch off what the tests look at. */
const UNWANTED = [
  '--disable-web-security',
  '--single-process',
  '--no-zygote',
  '--disable-site-isolation-trials',
  '--allow-running-insecure-content',
];

/** `TIEOUT_BROWSER`: a browser's path, or `packaged` for the one of `npm ci` even where another is installed. */
function installedBrowser(): string | undefined {
  const wanted = process.env['TIEOUT_BROWSER'] ?? '';
  if (wanted === 'packaged') return undefined;
  return wanted === '' ? INSTALLED.find((file) => existsSync(file)) : wanted;
}

/** The package's own list of fonts names folders of another machine; without a font the browser breaks at the first field. */
function fontList(folder: string): string {
  const file = path.join(folder, 'fonts-here.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  return file;
}

/** How to launch the browser; unpacks the packaged one where that is needed, so call it once before the tests. */
export async function browserOptions(): Promise<LaunchOptions> {
  const installed = installedBrowser();
  const args = [...QUIET, '--no-sandbox'];
  if (installed !== undefined) return { executablePath: installed, args };
  if (process.platform !== 'linux') return { channel: process.platform === 'win32' ? 'msedge' : 'chrome', args };
  const folder = path.resolve('node_modules/.cache/chromium');
  mkdirSync(folder, { recursive: true });
  // The package reads both when its module is evaluated: hence the import afterwards.
  process.env['VERCEL'] = '1';
  process.env['TMPDIR'] = folder;
  process.env['FONTCONFIG_FILE'] = fontList(folder);
  const { default: packaged } = await import('@sparticuz/chromium');
  return {
    executablePath: await packaged.executablePath(),
    args: [...packaged.args.filter((flag) => !UNWANTED.includes(flag)), ...args],
  };
}

/** Launches the browser that the global set-up found. */
export function launchBrowser(): Promise<Browser> {
  const options = process.env['TIEOUT_LAUNCH'];
  if (options === undefined) throw new Error('the global set-up has not chosen a browser');
  return chromium.launch(JSON.parse(options) as LaunchOptions);
}
