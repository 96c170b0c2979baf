/** What the pane shows after a run, in a file of its own: it opens without it. */

export { ExplainPanel } from './explain/ExplainPanel';
export { ResultsStep } from './ResultsStep';
export { ReviewStep } from './ReviewStep';
export { StoredDialog } from './StoredDialog';
