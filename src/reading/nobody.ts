/** How systems call the group or the cell of those who have nobody: "Undefined", "(unassigned)", "--". */

import { foldText } from './text';

const NOBODY = new Set([
  'undefined',
  'unassigned',
  'not assigned',
  'not specified',
  'no customer',
  'none',
  'n a',
  'na',
  'null',
  'nobody',
  'kein',
  'ohne',
  'aucun',
  'sin asignar',
  'geen',
]);

export function isNobody(text: string): boolean {
  const words = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return NOBODY.has(words) || /^[-–—]+$/.test(text);
}
