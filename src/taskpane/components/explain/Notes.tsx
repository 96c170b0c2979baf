/** What to know before reading on: rows that the run does not know, rows not looked at, sources that changed. */

import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ExplainedThing } from './explainedThing';
import { isOutdated } from '../../lastResult';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { useExplaining } from './useExplaining';

const useStyles = makeStyles({
  note: {
    borderInlineStartColor: tokens.colorNeutralStroke1,
    borderInlineStartStyle: 'solid',
    borderInlineStartWidth: tokens.strokeWidthThicker,
    display: 'block',
    paddingInlineStart: tokens.spacingHorizontalS,
  },
});

export function Notes({ selection, explanation }: ExplainedThing) {
  const styles = useStyles();
  const { state, format } = usePane();
  const { isOther } = useExplaining();
  const { unknown } = explanation;
  const notes = [
    isOther && state.result?.earlier !== null ? texts.explain.otherRun : isOutdated(state) ? texts.explain.changed : '',
    unknown === 0 ? '' : texts.explain.unknown(unknown, format.count(unknown)),
    selection.omitted === 0 ? '' : texts.explain.omitted(format.count(selection.rows), format.count(selection.omitted)),
  ].filter((note) => note !== '');
  return notes.map((note) => (
    <Caption1 key={note} className={styles.note}>
      {note}
    </Caption1>
  ));
}
