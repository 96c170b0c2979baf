/** Reads out what stands behind a selection, once for each selection: what a person settles there has its own words. */

import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Explaining } from '../../explaining';
import { usePane } from '../../paneContext';
import { SPOKEN_ONLY } from '../../spokenOnly';
import { announced } from './announced';
import { useExplaining } from './useExplaining';

const useStyles = makeStyles({ root: { ...SPOKEN_ONLY, whiteSpace: 'nowrap' } });

export function ExplainedAloud() {
  const styles = useStyles();
  const { format } = usePane();
  const explaining = useExplaining();
  const about = selectionOf(explaining);
  const [said, setSaid] = useState({ about, words: '' });
  if (said.about !== about) setSaid({ about, words: announced(explaining, format) });
  return (
    <div aria-live="polite" aria-atomic className={styles.root}>
      {said.words}
    </div>
  );
}

/** What tells one selection, and what is shown of it, from the next. */
function selectionOf({ selection, explanation, waiting }: Explaining): string {
  if (selection === null) return waiting ?? '';
  const { place, on, rows } = selection;
  return [place?.sheet, place?.address, on, rows, waiting, explanation?.kind].join('|');
}
