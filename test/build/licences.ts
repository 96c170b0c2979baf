/** What comes with the add-in, by package-lock.json: its licences, where it comes from, what it would run when installed. */

import { readFileSync } from 'node:fs';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

export interface LockedPackage extends Locked {
  readonly name: string;
  /** Where npm puts it. */
  readonly folder: string;
  /** Shipped to users, or needed for what is. */
  readonly isRuntime: boolean;
}

export function lockedPackages(lock = 'package-lock.json'): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as { readonly packages: Readonly<Record<string, Locked>> };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([folder, locked]) => ({
      ...locked,
      folder,
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      isRuntime: locked.dev !== true && locked.devOptional !== true,
    }));
}

/** Licences that ask for no more than their own words. */
export const PERMISSIVE: ReadonlySet<string> = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);

/** `MIT 96, Apache-2.0 2`, most first. */
export function licenceCounts(packages: readonly LockedPackage[]): string {
  const counts = new Map<string, number>();
  for (const { license = 'none' } of packages) counts.set(license, (counts.get(license) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([licence, count]) => `${licence} ${count}`)
    .join(', ');
}
