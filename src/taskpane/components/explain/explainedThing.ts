/** What the parts of the explanation are given that need more than what is told. */

import type { Explanation } from '../../../report/explain/explanation';
import type { Selection } from '../../../report/explain/selection';

export interface ExplainedThing {
  /** What was asked, with all the keys of the rows in sight; and the cells of a single row as they stand. */
  readonly selection: Selection;
  readonly explanation: Explanation;
}
