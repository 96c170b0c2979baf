/** Starts what `npm start` starts, on a free port, and chooses the browser; both once for all browser tests. */

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { browserOptions } from './launch';

const READY = /compiled successfully/;
const BROKEN = /compiled with \d+ (error|warning)|ERROR in|WARNING in/;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

export default async function setUp(): Promise<void> {
  const port = await freePort();
  const root = process.cwd();
  const server = spawn(
    process.execPath,
    [path.join(root, 'node_modules/webpack/bin/webpack.js'), 'serve', '--mode', 'development', '--no-watch'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'development', PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  Reflect.set(globalThis, '__tieoutServer', server);
  await new Promise<void>((ready, fail) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (BROKEN.test(said)) fail(new Error(`the page does not build:\n${said}`));
      else if (READY.test(said)) ready();
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', (code) => fail(new Error(`the server of the page ended with ${String(code)}:\n${said}`)));
  });
  process.env['TIEOUT_SITE'] = `http://localhost:${String(port)}/`;
  process.env['TIEOUT_LAUNCH'] = JSON.stringify(await browserOptions());
}
