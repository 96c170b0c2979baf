/** The sources found, or the other sheets of the workbook. */

import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { texts } from '../texts';
import { SourceCard } from './SourceCard';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  heading: { margin: 0 },
});

export function SourceList({ isOther }: { readonly isOther: boolean }) {
  const styles = useStyles();
  const { inspection, mappings, others } = usePane().state;
  const cards = (inspection?.sources ?? []).flatMap((source, index) => {
    const mapping = mappings[index];
    return mapping !== undefined && others.includes(index) === isOther ? [{ source, index, mapping }] : [];
  });
  if (cards.length === 0) return null;
  return (
    <>
      {isOther ? (
        <Subtitle2 as="h3" className={styles.heading}>
          {texts.sources.others}
        </Subtitle2>
      ) : null}
      <ul className={styles.list}>
        {cards.map(({ source, index, mapping }) => (
          <li key={`${source.sheet}|${source.table ?? ''}`}>
            <SourceCard index={index} source={source} mapping={mapping} />
          </li>
        ))}
      </ul>
    </>
  );
}
