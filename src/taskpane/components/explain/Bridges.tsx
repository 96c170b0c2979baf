/** From one measure to the next: a picture, and the same as a table. */

import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { BridgeEnd, Explanation, GapBridge } from '../../../report/explain/explanation';
import { usePane } from '../../paneContext';
import { SPOKEN_ONLY } from '../../spokenOnly';
import { texts } from '../../texts';
import { BridgePicture } from '../BridgePicture';
import { ClassSwatch } from '../ClassSwatch';
import { Part } from './Part';

const useStyles = makeStyles({
  bridge: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, maxWidth: '480px', width: '100%' },
  caption: { fontWeight: tokens.fontWeightSemibold, textAlign: 'start' },
  word: { fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere', padding: '2px 0', textAlign: 'start' },
  amount: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', verticalAlign: 'top', whiteSpace: 'nowrap' },
  sum: { fontWeight: tokens.fontWeightSemibold },
  total: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}` },
  quiet: { color: tokens.colorNeutralForeground2 },
  spoken: SPOKEN_ONLY,
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

function Picture({ bridge: { left, right, steps } }: { readonly bridge: GapBridge }) {
  const ends = [texts.engine(left.title), texts.engine(right.title)] as const;
  return (
    <BridgePicture
      bridge={{ left: left.amount, right: right.amount, steps }}
      title={texts.results.bridge(...ends)}
      description={texts.explain.bridgeDescription(...ends, steps.length)}
    />
  );
}

function Figures({ bridge, currency }: { readonly bridge: GapBridge; readonly currency: string }) {
  const styles = useStyles();
  const { format } = usePane();
  const { left, right, steps, title, expected, toSettle } = bridge;
  const amount = (minor: number): string => format.amount(minor, currency);
  const end = ({ title: word, amount: minor }: BridgeEnd, isTotal: boolean): React.ReactNode => (
    <tr className={styles.sum}>
      <th scope="row" className={mergeClasses(styles.word, styles.sum, isTotal && styles.total)}>
        {texts.engine(word)}
      </th>
      <td className={mergeClasses(styles.amount, isTotal && styles.total)}>{amount(minor)}</td>
    </tr>
  );
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{`${texts.engine(title)}: ${amount(left.amount - right.amount)}`}</caption>
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
              <ClassSwatch reasonClass={reasonClass} />
              {`${texts.engine(reasonClass)}: ${texts.engine(reason)}`}
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
