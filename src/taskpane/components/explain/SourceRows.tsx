/** Where a row of a source went: what it was read as, or why it was left out. */

import { makeStyles, tokens } from '@fluentui/react-components';
import type { Explanation, SourceRowTold } from '../../../report/explain/explanation';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { PlaceLink } from '../PlaceLink';
import { nothingWords } from './nothingWords';
import { Part } from './Part';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' },
  row: { paddingBottom: tokens.spacingVerticalXS },
  plain: { margin: 0 },
});

export function SourceRows({ explanation: { rows, kind, lines } }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  const { format } = usePane();
  if (rows.shown.length === 0) return null;
  const omitted = rows.all - rows.shown.length;
  const isUsed = rows.shown.some(({ records }) => records.length > 0);
  return (
    <Part title={texts.explain.whereItWent}>
      <ul className={styles.list}>
        {rows.shown.map((row) => (
          <li key={row.row} className={styles.row}>
            {rows.all === 1 ? null : <strong>{texts.explain.sourceRow(row.sheet, String(row.row))}</strong>}
            <Row row={row} />
          </li>
        ))}
        {omitted === 0 ? null : <li>{texts.explain.more(format.count(omitted))}</li>}
      </ul>
      {kind === 'source' && isUsed && lines === null ? <p className={styles.plain}>{texts.explain.noLine}</p> : null}
    </Part>
  );
}

function Row({ row: { records, leftOut, list } }: { readonly row: SourceRowTold }) {
  const styles = useStyles();
  const { became, causes, decidedBy } = texts.explain;
  if (records.length === 0 && leftOut.length === 0) return <p className={styles.plain}>{nothingWords(list)}</p>;
  return (
    <>
      {records.map(({ key, what, name }) => (
        <p key={key} className={styles.plain}>
          {became(texts.engine(what), name)}
        </p>
      ))}
      {leftOut.map(({ cause, cell, key }, at) => (
        <p key={`${key} ${String(at)}`} className={styles.plain}>
          {texts.explain.leftOut(causes[cause])}{' '}
          {cell === null || cell.text === '' ? null : (
            <PlaceLink place={cell}>{decidedBy(cell.text, `${cell.sheet}!${cell.address}`)}</PlaceLink>
          )}
        </p>
      ))}
    </>
  );
}
