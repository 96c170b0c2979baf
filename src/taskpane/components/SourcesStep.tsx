/** First step: what was found in the workbook, questions first. */

import {
  Body1,
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { isBusy, isEmptyBook, questionsAbout } from '../paneState';
import { texts } from '../texts';
import { PlaceLink } from './PlaceLink';
import { QuestionCard } from './QuestionCard';
import { QuestionSummary } from './QuestionSummary';
import { SampleBar } from './SampleBar';
import { SourceList } from './SourceList';
import { StepHeading } from './StepHeading';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  lead: { margin: 0 },
});

export function SourcesStep() {
  const styles = useStyles();
  const { state, session, preferences } = usePane();
  const { inspection } = state;
  return (
    <div className={styles.root}>
      <StepHeading>{texts.sources.heading}</StepHeading>
      {inspection === null ? (
        <Body1 as="p" className={styles.lead}>
          {state.work === null ? texts.sources.notRead : texts.sources.reading}
        </Body1>
      ) : (
        <>
          {state.isStale ? (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{texts.sources.stale}</MessageBarBody>
              <MessageBarActions>
                <Button disabledFocusable={isBusy(state)} onClick={() => void session.readAgain()}>
                  {texts.sources.readAgain}
                </Button>
              </MessageBarActions>
            </MessageBar>
          ) : null}
          {inspection.obstacles.map((obstacle) => (
            <MessageBar
              key={`${obstacle.code}|${obstacle.sheet ?? ''}`}
              intent={isEmptyBook(state) ? 'info' : 'error'}
              layout="multiline"
            >
              <MessageBarBody>
                <MessageBarTitle>{texts.sources.obstacles}</MessageBarTitle> {texts.engine(obstacle.message)}{' '}
                {obstacle.sheet === null ? null : (
                  <PlaceLink place={{ sheet: obstacle.sheet, address: 'A1' }}>
                    {texts.showCell({ sheet: obstacle.sheet, address: 'A1' })}
                  </PlaceLink>
                )}
              </MessageBarBody>
            </MessageBar>
          ))}
          <SampleBar />
          <QuestionSummary />
          {questionsAbout(state, null).map((placed) => (
            <QuestionCard key={placed.key} placed={placed} />
          ))}
          <Body1 as="p" className={styles.lead}>
            {inspection.sources.length === 0 ? texts.sources.none : texts.sources.lead}
          </Body1>
          {preferences.isWelcomed() && isEmptyBook(state) ? (
            <div>
              <Button onClick={() => void session.trySample()}>{texts.welcome.trySample}</Button>
            </div>
          ) : null}
          <SourceList isOther={false} />
          <SourceList isOther />
        </>
      )}
    </div>
  );
}
