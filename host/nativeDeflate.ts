/** Node's own packer: three times as fast as one in JavaScript. */

import { deflateRawSync } from 'node:zlib';
import type { Deflate } from './files/zip';

export const nativeDeflate: Deflate = (bytes, level) => deflateRawSync(bytes, { level });
