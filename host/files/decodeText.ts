/** Bytes of a text file as text: by its mark, else UTF-16 by its zeros, else UTF-8 where it is valid, else Windows-1252. */

export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const zeros = zerosByPlace(bytes);
  if (zeros !== null) return new TextDecoder(zeros).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // A fatal decoder throws for one reason only: bytes that are not UTF-8.
    return windows1252(bytes);
  }
}

/** What 0x80 … 0x9F stand for; some runtimes decode them as control characters. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

const windows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes).replace(/[\x80-\x9F]/g, (mark) => UPPER.charAt(mark.charCodeAt(0) - 0x80));

/** In UTF-16 of western text every other byte is zero; other text files have no zeros at all. */
function zerosByPlace(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = Math.min(bytes.length, 1000);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > sample / 4 && even < sample / 20) return 'utf-16le';
  return even > sample / 4 && odd < sample / 20 ? 'utf-16be' : null;
}
