/** One match: its two sides and how sure it is in a line; opened, the sides compared, the decision, the evidence. */

import { AccordionHeader, AccordionItem, AccordionPanel, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { onShortcut } from '../settle/onShortcut';
import { useSigning } from '../settle/Signing';
import { EvidenceTable } from './EvidenceTable';
import { MatchActions } from './MatchActions';
import type { MatchActionsProps } from './MatchActions';
import { SidesTable } from './SidesTable';
import { useAskedFocus } from './useAskedFocus';
import { Why } from './Why';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    overflowWrap: 'anywhere',
    paddingBlock: tokens.spacingVerticalXS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalM },
});

export const headOf = (key: string): string => `match ${key}`;

export function MatchItem(props: MatchActionsProps) {
  const styles = useStyles();
  const { session, format } = usePane();
  const { sign } = useSigning();
  const { match } = props;
  const { key, left, right, kind, customer, probability } = match;
  useAskedFocus([key], headOf(key));
  const sure = probability === null ? '' : texts.review.sureOf[match.state](format.chance(probability));
  return (
    <AccordionItem value={key} onKeyDown={onShortcut({ u: () => sign((by) => void session.settle.undo(by)) })}>
      <AccordionHeader size="small" button={{ id: headOf(key) }}>
        <span className={styles.head}>
          <Text weight="semibold">{texts.review.versus(left.name, right.name)}</Text>
          <Caption1 className={styles.quiet}>
            {[texts.engine(kind), match.isCustomer ? '' : customer, sure].filter((part) => part !== '').join(' · ')}
          </Caption1>
        </span>
      </AccordionHeader>
      <AccordionPanel>
        <div className={styles.body}>
          <SidesTable left={left} right={right} isCustomer={match.isCustomer} />
          <MatchActions {...props} />
          <EvidenceTable match={match} />
          <Why match={match} />
        </div>
      </AccordionPanel>
    </AccordionItem>
  );
}
