/** What others wrote and the add-in brings along: permissive licences, fixed by the lock, nothing run at the installation. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { licenceCounts, lockedPackages, PERMISSIVE } from './licences';

const packages = lockedPackages();
const runtime = packages.filter(({ isRuntime }) => isRuntime);

interface Manifest {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;

test('few packages are needed at run time, all under permissive licences', () => {
  process.stdout.write(`licences at run time (${runtime.length} packages): ${licenceCounts(runtime)}\n`);
  expect(Object.keys(manifestOf('.').dependencies ?? {}).length).toBeLessThanOrEqual(7);
  expect(runtime.length).toBeLessThanOrEqual(110);
  expect(
    runtime.filter(({ license }) => !PERMISSIVE.has(license ?? '')).map(({ name, license }) => `${name}: ${license ?? 'none'}`),
  ).toEqual([]);
});

test('what is installed says the same licence and version as the lock', () => {
  const others = runtime.flatMap(({ folder, name, version, license }) => {
    if (!existsSync(folder)) return [];
    const installed = manifestOf(folder);
    const isSame = installed.version === version && installed.license === license;
    return isSame ? [] : [`${name} ${version ?? ''} ${license ?? ''}: ${installed.version ?? ''} ${installed.license ?? ''}`];
  });
  expect(others).toEqual([]);
});

test('nothing with the GPL is needed, not even to build, unless another licence can be chosen', () => {
  const strong = packages.filter(
    ({ license = '' }) => /GPL|SSPL|BUSL|Commons Clause|UNLICENSED/i.test(license) && !/ OR /.test(license),
  );
  expect(strong.map(({ name, license }) => `${name}: ${license ?? ''}`)).toEqual([]);
});

test('every package is fixed by its checksum, every own dependency to one version', () => {
  expect(packages.filter(({ integrity }) => integrity === undefined).map(({ name }) => name)).toEqual([]);
  const { dependencies = {}, devDependencies = {} } = manifestOf('.');
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});

test('no script of another runs at the installation', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
});
