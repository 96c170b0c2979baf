/** Where a step from exception to exception led, in words. */

import type { Format } from './format';
import type { Stepped } from './ports';
import { texts } from './texts';

export function steppedWords({ key, at, of }: Stepped, format: Format): string {
  return key === null ? texts.settle.noFurther(of, format.count(of)) : texts.settle.stepped(format.count(at), format.count(of));
}
