/** Says to screen readers what changed: the step of the work, the notice, the result. Percentages are not read out. */

import { makeStyles } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import type { PaneState } from '../paneState';
import type { Format } from '../format';
import { beyondShown, stillOpen } from '../reviewing';
import { openExceptions } from '../runResult';
import { SPOKEN_ONLY } from '../spokenOnly';
import { steppedWords } from '../steppedWords';
import { toldWords } from '../toldWords';
import { texts } from '../texts';

const useStyles = makeStyles({
  root: { ...SPOKEN_ONLY, whiteSpace: 'nowrap' },
});

export function LiveRegion() {
  const styles = useStyles();
  const { state, format } = usePane();
  return (
    <div role="status" aria-live="polite" className={styles.root}>
      {spoken(state, format)}
    </div>
  );
}

function spoken(state: PaneState, format: Format): string {
  const { work, notice, step, result } = state;
  if (work !== null) {
    if (work.isCancelling) return texts.cancelling;
    return work.step === null ? texts.working[work.kind] : texts.progress[work.step];
  }
  if (notice !== null) return texts.notice(notice);
  const { told, stepped } = state.reviewing;
  if (step === 'review' && result !== null && told !== null) {
    const left = stillOpen(result.review, state.reviewing, 'suggested').length + beyondShown(result.review, 'suggested');
    return `${toldWords(told, format)} ${texts.review.suggestedCount(left, format.count(left))}`;
  }
  if (told !== null) return toldWords(told, format);
  if (stepped !== null) return steppedWords(stepped, format);
  if (step === 'results' && result !== null) {
    return texts.results.done(format.count(result.digest.lines), format.count(openExceptions(result)));
  }
  return '';
}
