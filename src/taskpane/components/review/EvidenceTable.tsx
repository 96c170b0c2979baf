/** What speaks for a match and against it: each level with its weight as a number and a bar, adding up to how sure it is. */

import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReviewMatch } from '../../../report/plan';
import { NARROW } from '../../narrow';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';

const HALF_BAR = 32;

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', maxWidth: '480px', width: '100%', fontSize: tokens.fontSizeBase200 },
  caption: { fontWeight: tokens.fontWeightSemibold, textAlign: 'start', paddingBottom: tokens.spacingVerticalXXS },
  word: {
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalXXS} 0`,
    textAlign: 'start',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  barCell: { [NARROW]: { display: 'none' }, padding: `0 ${tokens.spacingHorizontalXS}`, width: `${String(2 * HALF_BAR)}px` },
  bar: {
    backgroundImage: `linear-gradient(${tokens.colorNeutralStroke1}, ${tokens.colorNeutralStroke1})`,
    backgroundPosition: 'center',
    backgroundRepeat: 'no-repeat',
    backgroundSize: '1px 100%',
    display: 'block',
    height: '12px',
    position: 'relative',
    width: `${String(2 * HALF_BAR)}px`,
  },
  fill: {
    display: 'block',
    height: '8px',
    position: 'absolute',
    top: '2px',
    '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
  },
  for: {
    backgroundColor: tokens.colorPaletteLightGreenForeground1,
    insetInlineStart: '50%',
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  against: {
    backgroundColor: tokens.colorPaletteRedForeground1,
    insetInlineEnd: '50%',
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', outline: '1px solid CanvasText' },
  },
  weight: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', whiteSpace: 'nowrap', width: '44px' },
  total: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`, fontWeight: tokens.fontWeightSemibold },
});

export function EvidenceTable({ match }: { readonly match: ReviewMatch }) {
  const styles = useStyles();
  const { format } = usePane();
  const { evidence, prior, probability } = match;
  if (evidence.length === 0) return <Caption1 className={styles.quiet}>{texts.review.noEvidence}</Caption1>;
  const weights = [...evidence.map(({ weight }) => weight), prior ?? 0];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const largest = Math.max(1, ...weights.map(Math.abs));
  const sum = mergeClasses(styles.word, styles.total);
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{texts.review.evidenceFor}</caption>
        <tbody>
          {evidence.map(({ comparison, level, weight }, at) => (
            <WeightRow
              key={at}
              word={capitalised(`${texts.engine(comparison)}: ${texts.engine(level)}`)}
              weight={weight}
              largest={largest}
            />
          ))}
          {prior === null ? null : <WeightRow word={texts.review.prior} weight={prior} largest={largest} isQuiet />}
          {prior === null || probability === null ? null : (
            <tr>
              <th scope="row" className={sum} colSpan={2}>
                {texts.review.inAllSure(format.chance(probability))}
              </th>
              <td className={mergeClasses(styles.weight, styles.total)}>{format.weight(total)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {prior === null ? null : <Caption1 className={styles.quiet}>{texts.review.scale}</Caption1>}
    </>
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface WeightRowProps {
  readonly word: string;
  readonly weight: number;
  readonly largest: number;
  readonly isQuiet?: boolean;
}

function WeightRow({ word, weight, largest, isQuiet = false }: WeightRowProps) {
  const styles = useStyles();
  const { format } = usePane();
  const width = `${String(Math.round((Math.abs(weight) / largest) * HALF_BAR))}px`;
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.word, isQuiet && styles.quiet)}>
        {word}
      </th>
      <td className={styles.barCell} aria-hidden>
        <span className={styles.bar}>
          <span className={mergeClasses(styles.fill, weight < 0 ? styles.against : styles.for)} style={{ width }} />
        </span>
      </td>
      <td className={styles.weight}>{format.weight(weight)}</td>
    </tr>
  );
}
