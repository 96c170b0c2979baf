/** What was understood of a source, in sentences, and what becomes of its rows. */

import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { SourceInspection } from '../../settings/inspection';
import { FIELDS } from '../../settings/mapping';
import type { SourceMapping } from '../../settings/mapping';
import { usePane } from '../paneContext';
import { answerTo, questionsAbout } from '../paneState';
import { layoutWords, leftOutRows, rowWords } from '../sourceWords';
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
  const { state, format } = usePane();
  // Cells that can be read both ways count as unreadable until it is said which is meant.
  const isAsked = questionsAbout(state, source).some((placed) => answerTo(state, placed) === null);
  const badRows = isAsked ? texts.sources.waiting : texts.sources.unreadable;
  const { unreadable } = leftOutRows(source);
  const grid = state.grids[source.grid];
  const apart = grid?.apart ?? [];
  const headings = source.headings.map(({ column, examples }) => {
    const field = FIELDS.find((name) => mapping.columns[name] === column);
    const shown = examples.join(', ');
    return field === undefined ? texts.sources.headingsUnused(shown) : texts.sources.headings(shown, texts.fields[field]);
  });
  return (
    <ul className={styles.list}>
      <Fact>{layoutWords(source).join(' · ')}</Fact>
      {headings.map((sentence) => (
        <Fact key={sentence}>{sentence}</Fact>
      ))}
      <Fact>{rowWords(source, (count) => format.count(count)).join(' · ')}</Fact>
      {unreadable === 0 ? null : <Fact className={styles.warning}>{badRows(unreadable, format.count(unreadable))}</Fact>}
      {source.hiddenRows === 0 ? null : <Fact>{texts.sources.hidden(source.hiddenRows, format.count(source.hiddenRows))}</Fact>}
      {grid?.isSheetHidden === true ? <Fact>{texts.sources.hiddenSheet}</Fact> : null}
      {apart.length === 0 || source.block > 0 ? null : <Fact>{texts.sources.apart(apart.join(', '))}</Fact>}
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
