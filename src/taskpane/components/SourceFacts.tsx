/** What was understood of a source, in sentences, and what becomes of its rows. */

import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { SourceInspection } from '../../settings/inspection';
import { FIELDS } from '../../settings/mapping';
import type { SourceMapping } from '../../settings/mapping';
import { usePane } from '../paneContext';
import { causeWords, layoutWords, leftOutRows } from '../sourceWords';
import { texts } from '../texts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  warning: { color: tokens.colorStatusWarningForeground3 },
});

export interface SourceFactsProps {
  readonly source: SourceInspection;
  readonly mapping: SourceMapping;
}

export function SourceFacts({ source, mapping }: SourceFactsProps) {
  const styles = useStyles();
  const { format } = usePane();
  const { used, leftOut } = source.counts;
  const { onPurpose, unreadable } = leftOutRows(source);
  const isCounted = used > 0 || leftOut.length > 0;
  const headings = source.headings.map(({ column, examples }) => {
    const field = FIELDS.find((name) => mapping.columns[name] === column);
    return texts.sources.headings(examples.join(', '), field === undefined ? texts.sources.unused : texts.fields[field]);
  });
  const rows = [
    isCounted ? texts.sources.used(used, format.count(used)) : texts.sources.rows(source.rows, format.count(source.rows)),
    ...onPurpose.map(({ cause, rows: left }) => texts.sources.leftOut(format.count(left), causeWords(cause))),
  ];
  return (
    <ul className={styles.list}>
      <Fact>{layoutWords(source).join(' · ')}</Fact>
      {headings.map((sentence) => (
        <Fact key={sentence}>{sentence}</Fact>
      ))}
      <Fact>{rows.join(' · ')}</Fact>
      {unreadable === 0 ? null : (
        <Fact className={styles.warning}>{texts.sources.unreadable(unreadable, format.count(unreadable))}</Fact>
      )}
      {source.hiddenRows === 0 ? null : <Fact>{texts.sources.hidden(source.hiddenRows, format.count(source.hiddenRows))}</Fact>}
    </ul>
  );
}

function Fact({ children, className }: { readonly children: string; readonly className?: string }) {
  return (
    <li>
      <Caption1 className={className}>{children}</Caption1>
    </li>
  );
}
