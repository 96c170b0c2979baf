/** Node's own packer: three times as fast as one in JavaScript. */

import { constants, deflateRawSync } from 'node:zlib';
import type { Deflate } from './files/zip';

export const nativeDeflate: Deflate = (bytes, level, isLast) =>
  deflateRawSync(bytes, { level, finishFlush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH });
