/** The production build: what ships, what does not, and how much of it. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUDGET, builtScripts, sizeLine } from './sizes';

const root = join(__dirname, '../..');
const BASE_URL = 'https://tieout.example/addin';
const SIGNS = ['explain', 'next', 'previous', 'remove', 'run'].flatMap((name) => [16, 32, 80].map((size) => `${name}-${size}`));
const ICONS = [...SIGNS, ...[16, 32, 64, 80].map((size) => `icon-${size}`)].sort();
let dist = '';
let files: readonly string[] = [];

const read = (name: string): string => readFileSync(join(dist, name), 'utf8');

beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'tieout-build-'));
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/webpack/bin/webpack.js'), '--mode', 'production', '--output-path', dist],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', TIEOUT_BASE_URL: `${BASE_URL}/` },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
}, 60_000);

afterAll(() => rmSync(dist, { recursive: true, force: true }));

test('ships the pane, its worker, help, icons and manifest, and nothing else', () => {
  expect(files.map((name) => name.replace(/\.[0-9a-f]{8}\.js$/, '.*.js')).sort()).toEqual([
    'assets',
    ...ICONS.map((name) => `assets/${name}.png`),
    'commands.*.js',
    'commands.html',
    'german.*.js',
    'manifest.xml',
    'results.*.js',
    'said.*.js',
    'said.html',
    'sample.*.js',
    'support.html',
    'taskpane.*.js',
    'taskpane.html',
    'worker.*.js',
    'writer.*.js',
  ]);
});

test('loads office.js from Microsoft and carries neither a copy of it nor the embedded Excel', () => {
  expect(read('taskpane.html')).toContain('<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>');
  for (const name of files.filter((file) => /\.(js|html)$/.test(file))) {
    expect(read(name)).not.toMatch(/_richApiNativeBridge|ProcessQuery|excel-web-16/);
  }
});

test('the page lets nothing out, lets office.js show its question of trust, and runs no text as code', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(read('taskpane.html'))?.[1]?.split('; ');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com");
  expect(policy).toContain("frame-src 'self' https://appsforoffice.microsoft.com");
  expect(read('taskpane.html')).not.toMatch(/<script(?![^>]*src=)/);
});

test('the manifest names the base URL of the build', () => {
  expect(read('manifest.xml')).toContain(`${BASE_URL}/taskpane.html`);
  expect(read('manifest.xml')).not.toContain('localhost');
});

test('every entry and chunk has a budget and keeps to it', () => {
  const scripts = builtScripts(dist);
  process.stdout.write(`sizes of the build:\n${scripts.map((script) => `  ${sizeLine(script)}`).join('\n')}\n`);
  expect(scripts.map(({ name }) => name).sort()).toEqual([...BUDGET.keys()].sort());
  expect(scripts.filter(({ kilobytes, budget }) => budget === null || kilobytes > budget).map(sizeLine)).toEqual([]);
});

test('every page of the build and of the server keeps the same promise, and none but office.js comes from elsewhere', () => {
  for (const page of ['taskpane.html', 'commands.html', 'said.html']) {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(read(page))?.[1]?.split('; ') ?? [];
    expect([page, policy.filter((rule) => /^(default|connect|worker|base|form)/.test(rule))]).toEqual([
      page,
      ["default-src 'none'", "connect-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'"],
    ]);
    const outside = [...read(page).matchAll(/(?:src|href)="(https?:[^"]+)"/g)].map(([, address]) => address);
    expect(outside).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js']);
  }
});

test('nothing that is built can send: no beacon, no socket, no request by hand, no address of a tracker', () => {
  for (const name of files.filter((file) => file.endsWith('.js')))
    expect([
      name,
      read(name).match(/sendBeacon|new WebSocket|EventSource\(|google-analytics|applicationinsights|sentry\.io/gi),
    ]).toEqual([name, null]);
});

test('the manifest lets the add-in into no other domain', () => {
  const domains = [...read('manifest.xml').matchAll(/<AppDomain>([^<]*)<\/AppDomain>/g)].map(([, domain]) => domain);
  expect(domains.filter((domain) => domain !== undefined && new URL(domain).origin !== new URL(BASE_URL).origin)).toEqual([]);
  expect(read('manifest.xml')).toContain('<Permissions>ReadWriteDocument</Permissions>');
});
