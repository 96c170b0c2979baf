/** What must be settled: of one exception all that is known with its history, of several a line each. */

import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ExceptionTold } from '../../../report/explain/explanation';
import type { Format } from '../../format';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { PlaceLink } from '../PlaceLink';
import type { ExplainedThing } from './actions';
import { asTyped, withTyped } from './asTyped';
import { Part } from './Part';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  fact: { display: 'grid', columnGap: tokens.spacingHorizontalS, gridTemplateColumns: '96px minmax(0, 1fr)' },
  word: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
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

export function Exceptions({ selection, explanation }: ExplainedThing) {
  const styles = useStyles();
  const { format } = usePane();
  const { exceptions, currency, kind } = explanation;
  const [only] = exceptions.shown;
  if (only === undefined) return null;
  if (exceptions.all === 1)
    return (
      <One exception={kind === 'exceptions' ? withTyped(only, selection.cells) : only} currency={currency} {...{ selection }} />
    );
  const omitted = exceptions.all - exceptions.shown.length;
  return (
    <Part title={texts.explain.exceptions}>
      <ul className={styles.lines}>
        {exceptions.shown.map(({ key, reason, customer, status, priority, amount }) => (
          <li key={key} className={styles.line}>
            <span>
              {texts.explain.exceptionOf(reason, customer)}
              <Caption1 className={styles.quiet}>{[priority, status].join(' · ')}</Caption1>
            </span>
            <span className={styles.amount}>{format.amount(amount, currency)}</span>
          </li>
        ))}
      </ul>
      {omitted === 0 ? null : <Caption1>{texts.explain.more(format.count(omitted))}</Caption1>}
    </Part>
  );
}

type Fact = readonly [word: string, value: React.ReactNode];

interface OneProps {
  readonly exception: ExceptionTold;
  readonly currency: string;
  readonly selection: ExplainedThing['selection'];
}

function One({ exception, currency, selection }: OneProps) {
  const { format } = usePane();
  return (
    <>
      <Part title={texts.explain.exceptions}>
        <Facts facts={factsOf(exception, currency, format)} />
      </Part>
      <Part title={texts.explain.history}>
        <Facts facts={historyOf(exception, selection, format)} />
      </Part>
    </>
  );
}

function factsOf(exception: ExceptionTold, currency: string, format: Format): Fact[] {
  const { reasonClass, reason, amount, priority, ageDays, fixIn, action, presentValue, proposedValue, evidence, source } =
    exception;
  return [
    [reasonClass, reason],
    [texts.explain.amount, `${format.amount(amount, currency)} ${currency}`],
    [texts.explain.priority, priority],
    [texts.explain.age, texts.explain.days(ageDays, format.count(ageDays))],
    [texts.explain.present, format.dates(presentValue)],
    [texts.explain.proposed, format.dates(proposedValue)],
    [texts.explain.action, action],
    [texts.explain.fixIn, fixIn],
    [texts.explain.evidence, format.dates(evidence)],
    [
      texts.review.facts.source,
      source === null ? '' : <PlaceLink place={source}>{`${source.sheet}!${source.address}`}</PlaceLink>,
    ],
  ];
}

function historyOf(exception: ExceptionTold, { cells }: ExplainedThing['selection'], format: Format): Fact[] {
  const { firstSeen, lastSeen, status, assignee, comment, resolution, closedOn, whatChanged } = exception;
  return [
    [texts.explain.status, status],
    [texts.explain.firstSeen, format.dates(firstSeen)],
    [texts.explain.lastSeen, format.dates(lastSeen)],
    [texts.explain.assignee, assignee],
    [texts.explain.dueBy, format.dates(asTyped(cells['Due by']))],
    [texts.explain.acceptUntil, format.dates(asTyped(cells['Accept until']))],
    [texts.explain.comment, comment],
    [texts.explain.resolution, resolution],
    [texts.explain.closedOn, format.dates(closedOn)],
    [texts.explain.whatChanged, format.dates(whatChanged)],
  ];
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(([word, value]) =>
        value === '' ? null : (
          <div key={word} className={styles.fact}>
            <dt className={styles.word}>{word}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
