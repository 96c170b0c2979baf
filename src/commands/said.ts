/** The page of the small window: shows what stands behind the address's #. */

import '../settings/jitless';
import { z } from 'zod';

const saidSchema = z.tuple([z.string(), z.string()]);

function saidIn(hash: string): readonly string[] {
  try {
    return saidSchema.parse(JSON.parse(decodeURIComponent(hash.slice(1))));
  } catch {
    // An address that somebody typed says nothing.
    return [];
  }
}

document.documentElement.lang = new URLSearchParams(location.search).get('lang') ?? 'en';
for (const sentence of saidIn(location.hash)) {
  const paragraph = document.createElement('p');
  paragraph.textContent = sentence;
  document.getElementById('said')?.append(paragraph);
}
