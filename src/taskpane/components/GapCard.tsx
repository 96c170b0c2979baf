/** One gap: the difference, how much of it is expected and how much to settle, and its classes. */

import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Digest } from '../ports';
import { usePane } from '../paneContext';
import { texts } from '../texts';
import { ClassBreakdown } from './ClassBreakdown';

const useStyles = makeStyles({
  root: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  list: { margin: 0 },
  line: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  amount: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface GapCardProps {
  readonly gap: Digest['gaps'][number];
  readonly currency: string;
}

export function GapCard({ gap, currency }: GapCardProps) {
  const styles = useStyles();
  const { format } = usePane();
  const title = texts.engine(gap.title);
  if (gap.variance === null)
    return (
      <section className={styles.root} aria-label={title}>
        <Text weight="semibold">{title}</Text>
        <Caption1 className={styles.quiet}>{texts.results.notProvided}</Caption1>
      </section>
    );
  return (
    <section className={styles.root} aria-label={title}>
      <dl className={styles.list}>
        <div className={styles.line}>
          <dt className={styles.strong}>{title}</dt>
          <dd className={`${styles.amount} ${styles.strong}`}>{format.amount(gap.variance, currency)}</dd>
        </div>
        <div className={styles.line}>
          <dt>{texts.results.expected}</dt>
          <dd className={styles.amount}>{format.amount(gap.expected, currency)}</dd>
        </div>
        <div className={styles.line}>
          <dt>{texts.results.toSettle}</dt>
          <dd className={styles.amount}>{format.amount(gap.toSettle, currency)}</dd>
        </div>
        <div className={styles.line}>
          <dt className={styles.quiet}>{texts.results.unexplained}</dt>
          <dd className={`${styles.amount} ${styles.quiet}`}>{format.amount(gap.unexplained, currency)}</dd>
        </div>
      </dl>
      <ClassBreakdown title={title} classes={gap.byClass} currency={currency} />
    </section>
  );
}
