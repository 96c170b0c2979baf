/** What is said of a source row that became no record and was not left out either. */

import type { SourceRowTold } from '../../../report/explain/explanation';
import { texts } from '../../texts';

export function nothingWords(list: SourceRowTold['list']): string {
  return list === 'customers' || list === 'owners' || list === 'rates' ? texts.explain.list[list] : texts.explain.notRead;
}
