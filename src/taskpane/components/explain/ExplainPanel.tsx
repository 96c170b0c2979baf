/** What stands behind the selection, in place of the step; it follows the selection and never takes the focus. */

import { Button, makeStyles, Subtitle2, ToggleButton, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular, Pin20Regular } from '@fluentui/react-icons';
import { useLayoutEffect, useRef } from 'react';
import { usePane } from '../../paneContext';
import { focusAgain } from '../../stepFocus';
import { texts } from '../../texts';
import { SettleActions } from '../settle/SettleActions';
import { TroubleBar } from '../TroubleBar';
import { Bridges } from './Bridges';
import { Documents } from './Documents';
import type { ExplainedThing } from './explainedThing';
import { Exceptions } from './Exceptions';
import { History } from './History';
import { LineFigures } from './LineFigures';
import { Matches } from './Matches';
import { Notes } from './Notes';
import { Sentences } from './Sentences';
import { SourceRows } from './SourceRows';
import { titleOf } from './titleOf';
import { useExplaining } from './useExplaining';
import { WaitingNote } from './WaitingNote';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  tools: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
  title: { margin: 0, overflowWrap: 'anywhere' },
});

interface ExplainPanelProps {
  /** The figure of the pane that was asked about; it gets the focus back. */
  readonly asker: React.RefObject<Element | null>;
}

export function ExplainPanel({ asker }: ExplainPanelProps) {
  const styles = useStyles();
  const { session, state } = usePane();
  const { explain } = session;
  const { isPinned, selection, explanation, waiting, trouble, asked } = useExplaining();
  const tools = useRef<HTMLDivElement>(null);
  // The figure that was clicked is behind the panel from now on.
  useLayoutEffect(() => {
    if (asked > 0) tools.current?.querySelector('button')?.focus();
  }, [asked]);
  const back = (): void => {
    const figure = asker.current;
    explain.close();
    requestAnimationFrame(() => focusAgain(figure));
  };
  return (
    <section className={styles.root} aria-label={texts.explain.heading}>
      <div ref={tools} className={styles.tools}>
        <Button appearance="subtle" size="small" icon={<ArrowLeft20Regular />} onClick={back}>
          {texts.explain.back(texts.steps[state.step])}
        </Button>
        <ToggleButton
          appearance="subtle"
          size="small"
          aria-label={texts.explain.pin}
          title={texts.explain.pin}
          icon={<Pin20Regular />}
          checked={isPinned}
          onClick={() => explain.pin(!isPinned)}
        />
      </div>
      {trouble === null ? null : <TroubleBar trouble={trouble} />}
      {waiting === null ? null : <WaitingNote waiting={waiting} selection={selection} />}
      {selection === null || explanation === null ? null : <Explained selection={selection} explanation={explanation} />}
    </section>
  );
}

function Explained({ selection, explanation }: ExplainedThing) {
  const styles = useStyles();
  const { format } = usePane();
  const { kind } = explanation;
  const isMatch = kind === 'matches';
  const { title, subtitle } = titleOf(selection, explanation, format);
  return (
    <>
      <div>
        <Subtitle2 as="h2" className={styles.title}>
          {title}
        </Subtitle2>
        {subtitle === '' ? null : <p className={styles.quiet}>{subtitle}</p>}
      </div>
      <Notes selection={selection} explanation={explanation} />
      <SettleActions selection={selection} explanation={explanation} />
      <SourceRows explanation={explanation} />
      {isMatch ? <Matches explanation={explanation} /> : null}
      <Exceptions explanation={explanation} />
      {kind === 'lines' || kind === 'figure' ? <LineFigures explanation={explanation} /> : null}
      <Bridges explanation={explanation} />
      <Sentences explanation={explanation} />
      <Documents explanation={explanation} />
      {isMatch ? null : <Matches explanation={explanation} />}
      <History selection={selection} explanation={explanation} />
    </>
  );
}
