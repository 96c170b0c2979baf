/** The links among the documents, each with what speaks for it and against it. */

import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Explanation } from '../../../report/explain/explanation';
import type { ReviewMatch } from '../../../report/plan';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { EvidenceTable } from '../review/EvidenceTable';
import { SidesTable } from '../review/SidesTable';
import { Why } from '../review/Why';
import { Part } from './Part';

const useStyles = makeStyles({
  match: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  head: {
    cursor: 'pointer',
    minHeight: '24px',
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalXS} 0`,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
});

export function Matches({ explanation: { matches, kind } }: { readonly explanation: Explanation }) {
  const { format } = usePane();
  if (matches.shown.length === 0) return null;
  const omitted = matches.all - matches.shown.length;
  return (
    <Part title={texts.explain.matches}>
      {matches.shown.map((match) => (
        <MatchDetails key={match.key} match={match} isOpen={kind === 'matches' && matches.all === 1} />
      ))}
      {omitted === 0 ? null : <Caption1>{texts.explain.more(format.count(omitted))}</Caption1>}
    </Part>
  );
}

function MatchDetails({ match, isOpen }: { readonly match: ReviewMatch; readonly isOpen: boolean }) {
  const styles = useStyles();
  const { format } = usePane();
  const { left, right, kind, state, probability, isCustomer } = match;
  const facts = [
    texts.engine(kind),
    texts.review.states[state],
    probability === null ? '' : texts.review.sureOf[state](format.chance(probability)),
  ];
  return (
    <details className={styles.match} open={isOpen}>
      <summary className={styles.head}>
        <span className={styles.name}>{texts.review.versus(left.name, right.name)}</span>
        <Caption1 className={styles.quiet}>{facts.filter((fact) => fact !== '').join(' · ')}</Caption1>
      </summary>
      <div className={styles.body}>
        <SidesTable left={left} right={right} isCustomer={isCustomer} />
        <EvidenceTable match={match} />
        <Why match={match} />
      </div>
    </details>
  );
}
