/** Any match looked up by what became of it: sure, confirmed, refused, or without a partner. */

import { Body1, Field, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewPlan } from '../../../report/plan';
import { usePane } from '../../paneContext';
import { beyondShown, stillOpen } from '../../reviewing';
import { NARROW } from '../../narrow';
import { texts } from '../../texts';
import { MatchList } from './MatchList';

const STATES = ['matched', 'confirmed', 'refused', 'unmatched', 'not linked'] as const;

const useStyles = makeStyles({
  plain: { margin: 0 },
  field: { alignSelf: 'stretch', gridTemplateColumns: '33% minmax(0, 1fr)', [NARROW]: { display: 'block' } },
});

export function OtherMatches({ review }: { readonly review: ReviewPlan }) {
  const styles = useStyles();
  const { state, format } = usePane();
  const there = STATES.filter((one) => (review.counts[one] ?? 0) > 0);
  const [chosen, setChosen] = useState<(typeof STATES)[number]>(there[0] ?? 'matched');
  return (
    <>
      <Body1 as="p" className={styles.plain}>
        {texts.review.othersLead}
      </Body1>
      <Field label={texts.review.show} orientation="horizontal" className={styles.field}>
        <Select value={chosen} onChange={(_, { value }) => setChosen(STATES.find((one) => one === value) ?? chosen)}>
          {there.map((one) => (
            <option key={one} value={one}>
              {texts.review.ofState(texts.review.states[one], format.count(review.counts[one] ?? 0))}
            </option>
          ))}
        </Select>
      </Field>
      <MatchList
        key={chosen}
        matches={stillOpen(review, state.reviewing, chosen)}
        beyond={beyondShown(review, chosen)}
        isFirstOpen={false}
      />
    </>
  );
}
