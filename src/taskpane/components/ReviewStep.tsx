/** Third step: what waits for a person, each with the way to where it is decided. */

import { Body1, Button, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { openExceptions } from '../runResult';
import { texts } from '../texts';
import { PlaceLink } from './PlaceLink';
import { StepHeading } from './StepHeading';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalXS },
  plain: { margin: 0 },
  list: { alignSelf: 'stretch', listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} 0`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function ReviewStep() {
  const styles = useStyles();
  const { state, session, format } = usePane();
  const { result } = state;
  if (result === null) return null;
  const { suggested, suggestedCount, undecidedCount, places } = result;
  const open = openExceptions(result);
  const rest = suggestedCount - suggested.length;
  return (
    <div className={styles.root}>
      <StepHeading>{texts.review.heading}</StepHeading>
      <section className={styles.part} aria-label={texts.review.suggested}>
        <Subtitle2 as="h3" className={styles.plain}>
          {texts.review.suggested}
        </Subtitle2>
        <Body1 as="p" className={styles.plain}>
          {texts.review.suggestedCount(suggestedCount, format.count(suggestedCount))}{' '}
          {suggestedCount > 0 ? texts.review.how : null}
        </Body1>
        {suggested.length === 0 ? null : (
          <ul className={styles.list}>
            {suggested.map((match) => (
              <li key={match.key} className={styles.item}>
                <Text weight="semibold">{texts.review.versus(match.left, match.right)}</Text>
                <Caption1>
                  {[match.kind, match.customer].filter((part) => part !== '').join(' · ')}
                  {match.probability === null ? '' : ` · ${texts.review.probability(format.percent(match.probability))}`}
                </Caption1>
                <Caption1 className={styles.quiet}>{match.evidence}</Caption1>
              </li>
            ))}
          </ul>
        )}
        {undecidedCount > 0 ? (
          <Body1 as="p" className={styles.plain}>
            {texts.review.undecided(undecidedCount, format.count(undecidedCount))}
          </Body1>
        ) : null}
        {rest > 0 ? <Caption1>{texts.review.more(format.count(rest))}</Caption1> : null}
        {places['Matches'] === undefined ? null : <PlaceLink place={places['Matches']}>{texts.review.openMatches}</PlaceLink>}
      </section>
      <section className={styles.part} aria-label={texts.review.exceptions}>
        <Subtitle2 as="h3" className={styles.plain}>
          {texts.review.exceptions}
        </Subtitle2>
        <Body1 as="p" className={styles.plain}>
          {texts.review.exceptionsCount(open, format.count(open))}
        </Body1>
        {places['Exceptions'] === undefined ? null : (
          <PlaceLink place={places['Exceptions']}>{texts.review.openExceptions}</PlaceLink>
        )}
      </section>
      <Button className={styles.part} onClick={() => void session.go('results')}>
        {texts.review.results}
      </Button>
    </div>
  );
}
