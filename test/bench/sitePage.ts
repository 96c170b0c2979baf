/** The page of `npm start` with the code that ships, served for measurements. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import webpack from 'webpack';
import type { Configuration } from 'webpack';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.png': 'image/png',
};

export interface ServedPage {
  readonly address: string;
  readonly close: () => void;
}

/** Builds the page with React's and our own code as they ship, and serves it on a free port. */
export async function servePage(): Promise<ServedPage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-page-'));
  try {
    await build(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, pathname === '/' ? 'index.html' : pathname);
    try {
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    address: `http://localhost:${String((server.address() as AddressInfo).port)}/`,
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Configure = (env: object, argv: { readonly mode: string }) => Promise<Configuration>;

async function build(folder: string): Promise<void> {
  const { default: configure } = (await import(pathToFileURL('webpack.config.js').href)) as { readonly default: Configure };
  // The page is among what is built for development; the code in it is built as for people.
  const development = await configure({}, { mode: 'development' });
  const config: Configuration = {
    ...development,
    mode: 'production',
    devtool: false,
    output: { ...development.output, path: folder, clean: false },
  };
  await new Promise<void>((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error !== null) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}
