/** What must be settled: of one exception all that is known, of several a line each. */

import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ExceptionTold, Explanation } from '../../../report/explain/explanation';
import type { Format } from '../../format';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { PlaceLink } from '../PlaceLink';
import { Facts } from './Facts';
import type { Fact } from './Facts';
import { Part } from './Part';

const useStyles = makeStyles({
  lines: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  amount: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
});

export function Exceptions({ explanation }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  const { format } = usePane();
  const { exceptions, currency, kind } = explanation;
  const [only] = exceptions.shown;
  if (only === undefined) return null;
  if (exceptions.all === 1)
    return (
      <Part title={texts.explain.exception}>
        <Facts facts={factsOf(only, currency, kind, format)} />
      </Part>
    );
  const omitted = exceptions.all - exceptions.shown.length;
  return (
    <Part title={texts.explain.exceptions}>
      <ul className={styles.lines}>
        {exceptions.shown.map(({ key, reason, customer, status, priority, amount }) => (
          <li key={key} className={styles.line}>
            <span>
              {texts.explain.exceptionOf(texts.engine(reason), customer)}
              <Caption1 className={styles.quiet}>{[priority, status].map(texts.engine).join(' · ')}</Caption1>
            </span>
            <span className={styles.amount}>{format.amount(amount, currency)}</span>
          </li>
        ))}
      </ul>
      {omitted === 0 ? null : <Caption1>{texts.explain.more(format.count(omitted))}</Caption1>}
    </Part>
  );
}

function factsOf(exception: ExceptionTold, currency: string, kind: Explanation['kind'], format: Format): Fact[] {
  const { reasonClass, reason, amount, priority, ageDays, fixIn, action, presentValue, proposedValue, evidence, source } =
    exception;
  return [
    // Where the exception itself is selected its reason is the title.
    [texts.engine(reasonClass), kind === 'exceptions' ? '' : texts.engine(reason)],
    [texts.explain.reasonClass, kind === 'exceptions' ? texts.engine(reasonClass) : ''],
    [texts.explain.amount, format.amountIn(amount, currency)],
    [texts.explain.priority, texts.explain.priorityAndAge(texts.engine(priority), ageDays, format.count(ageDays))],
    [texts.explain.action, texts.engine(action)],
    [texts.explain.evidence, format.sentence(texts.engine(evidence))],
    [texts.explain.present, format.dates(presentValue)],
    [texts.explain.proposed, format.dates(proposedValue)],
    [texts.explain.fixIn, texts.engine(fixIn)],
    [
      texts.review.facts.source,
      source === null ? '' : <PlaceLink place={source}>{`${source.sheet}!${source.address}`}</PlaceLink>,
    ],
  ];
}
