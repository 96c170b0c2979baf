/** One gap: the difference, how much of it is expected and how much to settle, and its classes. */

import { Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { GAP_SIDES, GAPS, MEASURES } from '../../domain/measure';
import type { Gap, Measure } from '../../domain/measure';
import { expectedHeader, toSettleHeader } from '../../report/gapHeaders';
import { RECONCILIATION } from '../../report/tableNames';
import type { Digest } from '../ports';
import { usePane } from '../paneContext';
import { texts } from '../texts';
import { ClassBreakdown } from './ClassBreakdown';
import { ColumnLink } from './ColumnLink';
import { GapPicture } from './GapPicture';

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
  line: {
    alignItems: 'baseline',
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  amount: { margin: 0, marginInlineStart: 'auto', fontVariantNumeric: 'tabular-nums' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface GapCardProps {
  readonly gap: Digest['gaps'][number];
  readonly digest: Digest;
}

export function GapCard({ gap, digest }: GapCardProps) {
  const { currency } = digest;
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
  const [left, right] = endsOf(gap.gap, digest);
  const figures = [
    { word: title, header: gap.title, minor: gap.variance, style: styles.strong },
    { word: texts.results.expected, header: headerOf(expectedHeader, gap.gap), minor: gap.expected, style: '' },
    { word: texts.results.toSettle, header: headerOf(toSettleHeader, gap.gap), minor: gap.toSettle, style: '' },
  ];
  return (
    <section className={styles.root} aria-label={title}>
      <dl className={styles.list}>
        {figures.map(({ word, header, minor, style }) => (
          <div key={header} className={styles.line}>
            <dt className={style}>{word}</dt>
            <dd className={mergeClasses(styles.amount, style)}>
              <ColumnLink
                table={RECONCILIATION}
                header={header}
                label={texts.results.showFigure(word, format.amount(minor, currency))}
              >
                {format.amount(minor, currency)}
              </ColumnLink>
            </dd>
          </div>
        ))}
        <div className={styles.line}>
          <dt className={styles.quiet}>{texts.results.unexplained}</dt>
          <dd className={mergeClasses(styles.amount, styles.quiet)}>{format.amount(gap.unexplained, currency)}</dd>
        </div>
      </dl>
      {left === null || right === null ? null : <GapPicture gap={gap} left={left} right={right} currency={currency} />}
      <ClassBreakdown gap={gap} currency={currency} />
    </section>
  );
}

const isGap = (name: string): name is Gap => GAPS.some((gap) => gap === name);

const headerOf = (header: (gap: Gap) => string, gap: string): string => (isGap(gap) ? header(gap) : '');

type End = { readonly title: string; readonly amount: number } | null;

/** The measures on both sides; null where the digest does not hold them. */
function endsOf(gap: string, { totals }: Digest): readonly [End, End] {
  if (!isGap(gap)) return [null, null];
  const end = (measure: Measure): End => {
    const total = totals[MEASURES.indexOf(measure)];
    const amount = total?.amount ?? null;
    return total === undefined || amount === null ? null : { title: texts.engine(total.measure), amount };
  };
  return [end(GAP_SIDES[gap].left), end(GAP_SIDES[gap].right)];
}
