/** A class's colour as in the sheets' charts. */

import { CLASS_COLOURS, TOTAL_COLOUR } from '../report/palette';

export function classColour(reasonClass: string): string {
  return (CLASS_COLOURS as Readonly<Record<string, string>>)[reasonClass] ?? TOTAL_COLOUR;
}
