/** The sources found, or the other sheets of the workbook. */

import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { placeKey } from '../../settings/place';
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
  const { inspection, mappings, listed } = usePane().state;
  const cards = (inspection?.sources ?? []).flatMap((source, index) => {
    const mapping = mappings[index];
    const key = placeKey(source);
    return mapping !== undefined && listed.others.has(key) === isOther ? [{ key, source, index, mapping }] : [];
  });
  const inOrder = [...cards.filter(({ key }) => listed.asking.has(key)), ...cards.filter(({ key }) => !listed.asking.has(key))];
  if (cards.length === 0) return null;
  return (
    <>
      {isOther ? (
        <Subtitle2 as="h3" className={styles.heading}>
          {texts.sources.others}
        </Subtitle2>
      ) : null}
      <ul className={styles.list}>
        {inOrder.map(({ key, source, index, mapping }) => (
          <li key={key}>
            <SourceCard index={index} source={source} mapping={mapping} />
          </li>
        ))}
      </ul>
    </>
  );
}
