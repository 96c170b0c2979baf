/** The same in a Web Worker, as in the add-in. */

import type { NamedRow } from './folder';
import { linkNames } from './link';

interface Sides {
  readonly left: readonly NamedRow[];
  readonly right: readonly NamedRow[];
}

self.addEventListener('message', ({ data }: MessageEvent<Sides>) => self.postMessage(linkNames(data.left, data.right)));
