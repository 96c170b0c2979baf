/** The frame around what can be settled: its name, its keys, and its place for the focus. */

import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../../texts';

const useStyles = makeStyles({
  root: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface SettlePartProps {
  /** What the keys do; "" where there are none. */
  readonly keys: string;
  readonly onKeyDown?: (event: React.KeyboardEvent<HTMLElement>) => void;
  readonly children: React.ReactNode;
}

export function SettlePart({ keys, onKeyDown, children }: SettlePartProps) {
  const styles = useStyles();
  return (
    // The keys are an extra: each has its button within.
    <section className={styles.root} aria-label={texts.settle.heading} onKeyDown={onKeyDown}>
      {children}
      {keys === '' ? null : <Caption1 className={styles.quiet}>{keys}</Caption1>}
    </section>
  );
}
