/** A class's colour as in the sheets' charts. */

import { CLASS_COLOURS, TOTAL_COLOUR } from '../report/palette';

export function classColour(reasonClass: string): string {
  return Object.hasOwn(CLASS_COLOURS, reasonClass) ? CLASS_COLOURS[reasonClass as keyof typeof CLASS_COLOURS] : TOTAL_COLOUR;
}
