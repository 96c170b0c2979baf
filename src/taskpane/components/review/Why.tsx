/** How a match was found, and who came next. */

import { Caption1 } from '@fluentui/react-components';
import type { ReviewMatch } from '../../../report/plan';
import { texts } from '../../texts';

export function Why({ match: { state, pass, runnerUp, evidence } }: { readonly match: ReviewMatch }) {
  if (state === 'unmatched') return runnerUp === '' ? null : <Caption1>{texts.review.against(texts.engine(runnerUp))}</Caption1>;
  if (evidence.length === 0) return null;
  return (
    <>
      {pass === '' ? null : <Caption1>{texts.review.pass(texts.engine(pass))}</Caption1>}
      {state === 'refused' ? null : (
        <Caption1>{runnerUp === '' ? texts.review.noRunnerUp : texts.review.runnerUp(texts.engine(runnerUp))}</Caption1>
      )}
    </>
  );
}
