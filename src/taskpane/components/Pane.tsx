/** The pane as a whole: title, steps, what must be told, the step itself, and the way on at the bottom. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { usePane } from '../paneContext';
import { isHeldUp } from '../paneState';
import type { PaneStep } from '../paneState';
import { ExplainedAloud } from './explain/ExplainedAloud';
import { useExplaining } from './explain/useExplaining';
import { DefinitionsStep } from './DefinitionsStep';
import { Footer } from './Footer';
import { LiveRegion } from './LiveRegion';
import { NoticeBar } from './NoticeBar';
import { PaneHeader } from './PaneHeader';
import { Signing } from './settle/Signing';
import { SilenceBar } from './SilenceBar';
import { SourcesStep } from './SourcesStep';
import { focusStepHeading } from '../stepFocus';
import { StepNav } from './StepNav';
import { TroubleBar } from './TroubleBar';
import { Welcome } from './Welcome';

const afterRun = () => import(/* webpackChunkName: 'results' */ './afterRun');
const ExplainPanel = lazy(async () => ({ default: (await afterRun()).ExplainPanel }));
const ResultsStep = lazy(async () => ({ default: (await afterRun()).ResultsStep }));
const ReviewStep = lazy(async () => ({ default: (await afterRun()).ReviewStep }));

const STEPS: Record<PaneStep, React.ComponentType> = {
  sources: SourcesStep,
  definitions: DefinitionsStep,
  review: ReviewStep,
  results: ResultsStep,
};

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // Positioned, so that what is only spoken scrolls with it instead of making the page itself longer.
  main: { flexGrow: 1, overflowX: 'hidden', overflowY: 'auto', position: 'relative' },
  step: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  shown: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
    maxWidth: '720px',
    boxSizing: 'border-box',
  },
  waiting: { opacity: 0.6 },
  // The step stays as it was left, and comes back so.
  behind: { display: 'none' },
});

export function Pane() {
  const styles = useStyles();
  const { state, session, preferences } = usePane();
  const [welcome, setWelcome] = useState<'never' | 'asked' | 'done'>(() => (preferences.isWelcomed() ? 'done' : 'never'));
  const { isOpen: isExplained } = useExplaining();
  const Step = STEPS[state.step];
  const closeWelcome = (): void => {
    preferences.setWelcomed();
    setWelcome('done');
    focusStepHeading();
  };
  const trySample = (): void => {
    preferences.setWelcomed();
    setWelcome('done');
    void session.trySample();
  };
  const welcomeAgain = (): void => {
    session.explain.close();
    setWelcome('asked');
  };
  const isWelcoming = welcome === 'asked' || (welcome === 'never' && state.step === 'sources');
  return (
    <Signing>
      <div className={styles.root}>
        <PaneHeader onWelcome={welcomeAgain} />
        <StepNav />
        <main className={styles.main}>
          {state.isExcelSilent ? <SilenceBar /> : null}
          <div className={mergeClasses(styles.shown, isHeldUp(state) && styles.waiting)} inert={isHeldUp(state)}>
            {state.trouble === null ? null : <TroubleBar trouble={state.trouble} />}
            {state.notice === null ? null : <NoticeBar notice={state.notice} />}
            {isExplained ? (
              <Suspense fallback={null}>
                <ExplainPanel />
              </Suspense>
            ) : null}
            <div className={isExplained ? styles.behind : styles.step}>
              {isWelcoming ? <Welcome onClose={closeWelcome} onTry={trySample} /> : null}
              <Suspense fallback={null}>
                <Step key={state.step} />
              </Suspense>
            </div>
          </div>
        </main>
        <Footer />
        <LiveRegion />
        <ExplainedAloud />
      </div>
    </Signing>
  );
}
