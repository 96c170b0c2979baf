/** Third step: what waits for a person, both sides of it and the evidence, to be decided here; then any other match. */

import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { usePane } from '../paneContext';
import { beyondShown, choicesBeyond, openChoices, stillOpen } from '../reviewing';
import { openExceptions } from '../runResult';
import { focusStepHeading } from '../stepFocus';
import { texts } from '../texts';
import { PlaceLink } from './PlaceLink';
import { ChoiceList } from './review/ChoiceList';
import { MatchList } from './review/MatchList';
import { OtherMatches } from './review/OtherMatches';
import { QueueProgress } from './review/QueueProgress';
import { useSigning } from './settle/Signing';
import { StepHeading } from './StepHeading';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalXS },
  plain: { margin: 0 },
  results: { alignSelf: 'flex-start' },
});

export function ReviewStep() {
  const { result, reviewing } = usePane().state;
  const { at, turn } = reviewing;
  useEffect(() => {
    if (turn > 0 && at === null) focusStepHeading();
  }, [at, turn]);
  return result === null ? null : <Review />;
}

function Review() {
  const styles = useStyles();
  const { session } = usePane();
  return (
    <div className={styles.root}>
      <StepHeading>{texts.review.heading}</StepHeading>
      <Waiting />
      <Exceptions />
      <Button className={styles.results} onClick={() => void session.go('results')}>
        {texts.review.results}
      </Button>
    </div>
  );
}

function Waiting() {
  const { change } = useSigning();
  const { state, format, preferences } = usePane();
  const styles = useStyles();
  const { result, reviewing } = state;
  if (result === null) return null;
  const { review, places } = result;
  const suggested = stillOpen(review, reviewing, 'suggested');
  const beyond = beyondShown(review, 'suggested');
  const choices = openChoices(review, reviewing);
  const moreChoices = choicesBeyond(review);
  const waiting = suggested.length + beyond;
  const tied = choices.length + moreChoices;
  const initials = preferences.initials();
  return (
    <>
      <Part title={texts.review.suggested}>
        <Body1 as="p" className={styles.plain}>
          {texts.review.suggestedCount(waiting, format.count(waiting))}
        </Body1>
        <QueueProgress review={review} />
        {initials === null ? null : (
          <Caption1>
            {texts.review.signed(initials)}{' '}
            <Button size="small" appearance="transparent" onClick={change}>
              {texts.review.changeInitials}
            </Button>
          </Caption1>
        )}
        <MatchList matches={suggested} beyond={beyond} isFirstOpen />
        {places['Matches'] === undefined ? null : <PlaceLink place={places['Matches']}>{texts.review.openMatches}</PlaceLink>}
      </Part>
      {tied === 0 ? null : (
        <Part title={texts.review.choices}>
          <Body1 as="p" className={styles.plain}>
            {texts.review.choicesCount(tied, format.count(tied))}
          </Body1>
          <ChoiceList choices={choices} />
          {moreChoices === 0 ? null : <Caption1>{texts.review.more(format.count(moreChoices))}</Caption1>}
        </Part>
      )}
      {review.matches.every(({ state: one }) => one === 'suggested') ? null : (
        <Part title={texts.review.others}>
          <OtherMatches review={review} />
        </Part>
      )}
    </>
  );
}

function Exceptions() {
  const styles = useStyles();
  const { session, state, format } = usePane();
  if (state.result === null) return null;
  const open = openExceptions(state.result);
  const place = state.result.places['Exceptions'];
  return (
    <Part title={texts.review.exceptions}>
      <Body1 as="p" className={styles.plain}>
        {texts.review.exceptionsCount(open, format.count(open))}
      </Body1>
      {place === undefined ? null : <PlaceLink place={place}>{texts.review.openExceptions}</PlaceLink>}
      {open === 0 ? null : (
        <Button size="small" onClick={() => void session.settle.step(1)}>
          {texts.settle.goThrough}
        </Button>
      )}
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={title}>
      <Subtitle2 as="h3" className={styles.plain}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
}
