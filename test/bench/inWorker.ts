/** Runs a script in a Web Worker of a headless Chromium, where the add-in's engine runs, and says how long and how much it took. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import webpack from 'webpack';
import { browserOptions } from '../browser/launch';
import { residentMegabytes } from './resident';

export interface WorkerRun {
  /** What the script posted. */
  readonly answer: unknown;
  /** From the second message to the answer, its copy included. */
  readonly seconds: number;
  /** Null where the system does not tell. */
  readonly megabytes: Growth | null;
}

/** How far the page's process had grown at its peak, rubbish not yet collected included; the answer's way out of the page is not. */
export interface Growth {
  /** Beyond its size once the worker was ready. */
  readonly work: number;
  /** Beyond its size before the first message: with the message and what the worker made of it. */
  readonly all: number;
}

/**
 * @param script a worker's entry, as a URL: it gets the message and posts anything once it is ready, then null and posts its answer.
 * @param message anything that JSON holds.
 * @throws where the script does not build, or fails.
 */
export async function runInWorker(script: URL, message: unknown): Promise<WorkerRun> {
  const files = await filesOf(script, message);
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  let browser: Browser | null = null;
  try {
    await new Promise<void>((done) => server.listen(0, 'localhost', done));
    browser = await chromium.launch(await browserOptions());
    const page = await browser.newPage();
    await page.goto(`http://localhost:${String((server.address() as AddressInfo).port)}/`);
    await page.evaluate(async () => {
      const input: unknown = await (await fetch('/message.json')).json();
      const worker = new Worker('/worker.js');
      Reflect.set(window, 'input', input);
      Reflect.set(window, 'ask', (message: unknown) => {
        return new Promise((resolve, reject) => {
          worker.onmessage = (event) => resolve(event.data);
          worker.onerror = (event) => reject(new Error(event.message));
          worker.postMessage(message);
        });
      });
    });
    const before = await residentMegabytes(browser, 'VmRSS');
    await page.evaluate(async () => {
      await (Reflect.get(window, 'ask') as Ask)(Reflect.get(window, 'input'));
    });
    const ready = await residentMegabytes(browser, 'VmRSS');
    const seconds = await page.evaluate(async () => {
      const start = performance.now();
      Reflect.set(window, 'answer', await (Reflect.get(window, 'ask') as Ask)(null));
      return (performance.now() - start) / 1000;
    });
    const peak = await residentMegabytes(browser, 'VmHWM');
    const answer = await page.evaluate(() => Reflect.get(window, 'answer') as unknown);
    const isKnown = before !== null && ready !== null && peak !== null;
    return { answer, seconds, megabytes: isKnown ? { work: peak - ready, all: peak - before } : null };
  } finally {
    server.close();
    await browser?.close();
  }
}

/** Posts a message to the worker and waits for what it posts back. */
type Ask = (message: unknown) => Promise<unknown>;

type Files = Readonly<Record<string, readonly [type: string, body: string]>>;

async function filesOf(script: URL, message: unknown): Promise<Files> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-bench-'));
  try {
    await build(fileURLToPath(script), folder);
    return {
      '/': ['text/html', '<!doctype html><title>bench</title>'],
      '/worker.js': ['text/javascript', readFileSync(path.join(folder, 'worker.js'), 'utf8')],
      '/message.json': ['application/json', JSON.stringify(message)],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function build(entry: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        target: 'webworker',
        entry: { worker: entry },
        output: { path: folder, filename: 'worker.js' },
        resolve: { extensions: ['.ts', '.js'] },
        module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, use: 'swc-loader' }] },
        performance: { hints: false },
      },
      (error, stats) => {
        if (error !== null) reject(error);
        else if (stats?.hasErrors() === true) reject(new Error(stats.toString({ all: false, errors: true })));
        else resolve();
      },
    );
  });
}
