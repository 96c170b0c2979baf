/** What the pane shows after a run, in a file of its own: it opens without it. */

import { ExplainPanel } from './explain/ExplainPanel';
import { ResultsStep } from './ResultsStep';
import { ReviewStep } from './ReviewStep';
import { SettleActions } from './settle/SettleActions';

const Explanation = () => <ExplainPanel actions={SettleActions} />;

export { Explanation, ResultsStep, ReviewStep };
