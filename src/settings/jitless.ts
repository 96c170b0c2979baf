/** Imported first: schemas compile themselves with `new Function` unless told otherwise, which the page's policy forbids. */

import { z } from 'zod';

z.config({ jitless: true });
