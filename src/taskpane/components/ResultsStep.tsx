/** Last step: the totals, each gap, what is to settle, and the sheets that hold the proof. */

import { Body1, Button, makeStyles, Subtitle2, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { Format } from '../format';
import { usePane } from '../paneContext';
import { isBusy, isOpen } from '../paneState';
import { texts } from '../texts';
import { ExceptionCounts } from './ExceptionCounts';
import { GapCard } from './GapCard';
import { PlaceLink } from './PlaceLink';
import { RemoveDialog } from './RemoveDialog';
import { SampleBar } from './SampleBar';
import { SinceRun } from './SinceRun';
import { StepHeading } from './StepHeading';
import { TieOutBar } from './TieOutBar';
import { Totals } from './Totals';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  part: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: tokens.spacingVerticalS },
  plain: { margin: 0 },
  messages: { margin: 0, paddingInlineStart: '18px' },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function ResultsStep() {
  const styles = useStyles();
  const { state, session, format } = usePane();
  const [isRemoving, setRemoving] = useState(false);
  const restoreFocus = useRestoreFocusTarget();
  const { result } = state;
  if (result === null) return null;
  const { digest, places, messages } = result;
  const leftOut = places['Left out'];
  return (
    <div className={styles.root}>
      <div>
        <StepHeading>{texts.results.heading}</StepHeading>
        <Body1 as="p" className={styles.plain}>
          {texts.results.of(periodWords(digest.period, format), format.dates(digest.asOf))}
        </Body1>
      </div>
      <SampleBar />
      <SinceRun />
      <TieOutBar result={result} />
      {messages.length === 0 ? null : (
        <section className={styles.part} aria-label={texts.results.messages}>
          <Subtitle2 as="h3" className={styles.plain}>
            {texts.results.messages}
          </Subtitle2>
          <ul className={styles.messages}>
            {messages.map((message) => (
              <li key={message}>{format.sentence(texts.engine(message))}</li>
            ))}
          </ul>
        </section>
      )}
      <Changes sentences={digest.changes} />
      <Totals digest={digest} />
      <section className={styles.part} aria-label={texts.results.gaps}>
        <Subtitle2 as="h3" className={styles.plain}>
          {texts.results.gaps}
        </Subtitle2>
        {digest.gaps.map((gap) => (
          <GapCard key={gap.gap} gap={gap} digest={digest} />
        ))}
      </section>
      <ExceptionCounts result={result} />
      <section className={styles.part} aria-label={texts.results.sheets}>
        <Subtitle2 as="h3" className={styles.plain}>
          {texts.results.sheets}
        </Subtitle2>
        {leftOut === undefined ? null : (
          <PlaceLink place={leftOut}>{texts.results.leftOut(digest.leftOut, format.count(digest.leftOut))}</PlaceLink>
        )}
        <div className={styles.links}>
          {Object.entries(places).map(([planned, place]) => (
            <PlaceLink key={planned} place={place}>
              {place.sheet}
            </PlaceLink>
          ))}
        </div>
      </section>
      <div className={styles.actions}>
        {isOpen(state, 'review') ? <Button onClick={() => void session.go('review')}>{texts.results.review}</Button> : null}
        <Button {...restoreFocus} disabledFocusable={isBusy(state)} onClick={() => setRemoving(true)}>
          {texts.results.remove}
        </Button>
      </div>
      <RemoveDialog isOpen={isRemoving} onClose={() => setRemoving(false)} />
    </div>
  );
}

/** @param period `2026-01 to 2026-03`, or a single month. */
function periodWords(period: string, format: Format): string {
  const [from = '', to] = period.split(' to ').map((month) => format.dates(month));
  return to === undefined ? from : texts.results.period(from, to);
}

/** @param sentences since when, then what. */
function Changes({ sentences: [since, ...changes] }: { readonly sentences: readonly string[] }) {
  const styles = useStyles();
  const { format } = usePane();
  if (since === undefined) return null;
  return (
    <section className={styles.part} aria-label={texts.results.changes}>
      <Subtitle2 as="h3" className={styles.plain}>
        {texts.results.changes}
      </Subtitle2>
      <Body1 as="p" className={styles.plain}>
        {format.sentence(texts.engine(since))}
      </Body1>
      <ul className={styles.messages}>
        {changes.map((change) => (
          <li key={change}>{format.sentence(texts.engine(change))}</li>
        ))}
      </ul>
    </section>
  );
}
