/** The four measures of the lines. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { MEASURES } from '../../../domain/measure';
import type { Explanation } from '../../../report/explain/explanation';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { Part } from './Part';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', columnGap: tokens.spacingHorizontalM, margin: 0 },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  word: { color: tokens.colorNeutralForeground2 },
  amount: { fontVariantNumeric: 'tabular-nums', margin: 0, marginInlineStart: 'auto' },
});

export function LineFigures({ explanation: { lines, currency } }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  const { format } = usePane();
  if (lines === null) return null;
  return (
    <Part title={`${texts.explain.figures} (${currency})`}>
      <dl className={styles.list}>
        {MEASURES.map((measure) => {
          const amount = lines.measures[measure];
          return (
            <div key={measure} className={styles.line}>
              <dt className={styles.word}>{texts.definitions.measures[measure]}</dt>
              <dd className={styles.amount}>{amount === null ? texts.results.notProvided : format.amount(amount, currency)}</dd>
            </div>
          );
        })}
      </dl>
    </Part>
  );
}
