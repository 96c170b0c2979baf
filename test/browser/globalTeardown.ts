import type { ChildProcess } from 'node:child_process';

export default async function tearDown(): Promise<void> {
  const server = Reflect.get(globalThis, '__tieoutServer') as ChildProcess;
  server.removeAllListeners('exit');
  const ended = new Promise((done) => server.once('exit', done));
  server.kill();
  await ended;
}
