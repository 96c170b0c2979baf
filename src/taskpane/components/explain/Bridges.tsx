/** From one measure to the next: a picture, and the same as a table. */

import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { BridgeEnd, Explanation, GapBridge } from '../../../report/explain/explanation';
import { classColour } from '../../classColours';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { bridgeShape } from './bridgeShape';
import { Part } from './Part';

const useStyles = makeStyles({
  bridge: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  picture: { display: 'block', height: '72px', maxWidth: '480px', width: '100%', forcedColorAdjust: 'none' },
  end: { fill: tokens.colorNeutralForeground2, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  rule: { stroke: tokens.colorNeutralStroke1, '@media (forced-colors: active)': { stroke: 'CanvasText' } },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, maxWidth: '480px', width: '100%' },
  caption: { fontWeight: tokens.fontWeightSemibold, textAlign: 'start' },
  word: { fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere', padding: '2px 0', textAlign: 'start' },
  amount: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', verticalAlign: 'top', whiteSpace: 'nowrap' },
  sum: { fontWeight: tokens.fontWeightSemibold },
  total: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}` },
  swatch: {
    display: 'inline-block',
    width: '10px',
    height: '10px',
    marginInlineEnd: tokens.spacingHorizontalSNudge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    forcedColorAdjust: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  spoken: { clipPath: 'inset(50%)', height: '1px', width: '1px', overflow: 'hidden', position: 'absolute' },
});

export function Bridges({ explanation }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  const { bridges, lines, currency } = explanation;
  if (lines === null) return null;
  return (
    <Part title={texts.explain.bridge}>
      {bridges.length === 0 ? <Caption1>{texts.explain.noDifference}</Caption1> : null}
      {bridges.map((bridge) => (
        <div key={bridge.gap} className={styles.bridge}>
          {bridge.steps.length === 0 ? null : <Picture bridge={bridge} />}
          <Figures bridge={bridge} currency={currency} />
        </div>
      ))}
    </Part>
  );
}

const WIDTH = 320;
const HEIGHT = 72;
const WIDEST = 56;
const SPACE = 4;

function Picture({ bridge }: { readonly bridge: GapBridge }) {
  const styles = useStyles();
  const id = useId();
  const { left, right, steps } = bridge;
  const { bars, zero } = bridgeShape(bridge);
  const width = Math.min(WIDEST, WIDTH / bars.length);
  return (
    <svg
      role="img"
      className={styles.picture}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{texts.explain.bridgeTitle(left.title, right.title)}</title>
      <desc id={`${id}-desc`}>{texts.explain.bridgeDescription(left.title, right.title, steps.length)}</desc>
      <line className={styles.rule} x1={0} x2={WIDTH} y1={zero * HEIGHT} y2={zero * HEIGHT} vectorEffect="non-scaling-stroke" />
      {bars.map(({ reasonClass, top, height, end }, at) => (
        <g key={at}>
          <rect
            className={reasonClass === null ? styles.end : undefined}
            x={at * width + SPACE / 2}
            y={top * HEIGHT}
            width={Math.max(1, width - SPACE)}
            height={height * HEIGHT}
            fill={reasonClass === null ? undefined : classColour(reasonClass)}
          />
          {at === bars.length - 1 ? null : (
            <line
              className={styles.rule}
              x1={at * width + SPACE / 2}
              x2={(at + 2) * width - SPACE / 2}
              y1={end * HEIGHT}
              y2={end * HEIGHT}
              strokeDasharray="2 2"
              vectorEffect="non-scaling-stroke"
            />
          )}
        </g>
      ))}
    </svg>
  );
}

function Figures({ bridge, currency }: { readonly bridge: GapBridge; readonly currency: string }) {
  const styles = useStyles();
  const { format } = usePane();
  const { left, right, steps, title, expected, toSettle } = bridge;
  const amount = (minor: number): string => format.amount(minor, currency);
  const end = ({ title: word, amount: minor }: BridgeEnd, isTotal: boolean): React.ReactNode => (
    <tr className={mergeClasses(styles.sum)}>
      <th scope="row" className={mergeClasses(styles.word, styles.sum, isTotal && styles.total)}>
        {word}
      </th>
      <td className={mergeClasses(styles.amount, isTotal && styles.total)}>{amount(minor)}</td>
    </tr>
  );
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{`${title}: ${amount(left.amount - right.amount)}`}</caption>
      <thead className={styles.spoken}>
        <tr>
          <th scope="col">{texts.explain.step}</th>
          <th scope="col">{texts.explain.amount}</th>
        </tr>
      </thead>
      <tbody>
        {end(left, false)}
        {steps.map(({ code, reasonClass, reason, change, count }) => (
          <tr key={code}>
            <th scope="row" className={styles.word}>
              <span className={styles.swatch} style={{ backgroundColor: classColour(reasonClass) }} aria-hidden="true" />
              {`${reasonClass}: ${reason}`}
              {count === 1 ? null : (
                <span className={styles.quiet}>{` · ${texts.results.classItems(count, format.count(count))}`}</span>
              )}
            </th>
            <td className={styles.amount}>{amount(change)}</td>
          </tr>
        ))}
        {end(right, true)}
        <tr className={styles.quiet}>
          <th scope="row" className={styles.word}>{`${texts.results.expected} · ${texts.results.toSettle}`}</th>
          <td className={styles.amount}>{`${amount(expected)} · ${amount(toSettle)}`}</td>
        </tr>
      </tbody>
    </table>
  );
}
