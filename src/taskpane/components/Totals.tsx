/** The four totals; a measure without a source is "not provided", never zero. */

import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { RECONCILIATION } from '../../report/tableNames';
import type { Digest } from '../ports';
import { usePane } from '../paneContext';
import { texts } from '../texts';
import { ColumnLink } from './ColumnLink';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  heading: { margin: 0 },
  list: { margin: 0 },
  line: {
    alignItems: 'baseline',
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  amount: { margin: 0, marginInlineStart: 'auto', fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  absent: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function Totals({ digest }: { readonly digest: Digest }) {
  const styles = useStyles();
  const { format } = usePane();
  return (
    <section className={styles.root} aria-label={texts.results.totals}>
      <Subtitle2 as="h3" className={styles.heading}>
        {texts.results.totals}, {digest.currency}
      </Subtitle2>
      <dl className={styles.list}>
        {digest.totals.map(({ measure, amount }) => (
          <div key={measure} className={styles.line}>
            <dt>{texts.engine(measure)}</dt>
            <dd className={amount === null ? styles.absent : styles.amount}>
              {amount === null ? (
                texts.results.notProvided
              ) : (
                <ColumnLink
                  table={RECONCILIATION}
                  header={measure}
                  label={texts.results.showFigure(texts.engine(measure), format.amount(amount, digest.currency))}
                >
                  {format.amount(amount, digest.currency)}
                </ColumnLink>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
