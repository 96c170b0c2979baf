/** The first rows of a source as they are read, each value beside its cell: the cell's own text where it differs, and the way there. */

import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PreviewRow, SourceInspection } from '../../settings/inspection';
import { FIELDS } from '../../settings/mapping';
import type { Field } from '../../settings/mapping';
import { differs } from '../columnStates';
import { NARROW } from '../narrow';
import { usePane } from '../paneContext';
import { shownField } from '../shownField';
import { texts } from '../texts';
import { PlaceLink } from './PlaceLink';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  lines: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) auto',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: {
    display: 'grid',
    gridColumn: '1 / -1',
    gridTemplateColumns: 'subgrid',
    alignItems: 'center',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  term: { [NARROW]: { gridColumn: '1 / -1' }, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere' },
  cell: { display: 'block', color: tokens.colorNeutralForeground2 },
  way: { margin: 0, textAlign: 'end', '& button': { fontSize: tokens.fontSizeBase200 } },
});

export function Preview({ source }: { readonly source: SourceInspection }) {
  const styles = useStyles();
  if (source.preview.length === 0) return <Caption1>{texts.sources.noPreview}</Caption1>;
  const { columns } = source.mapping;
  const fields = FIELDS.filter((field) => columns[field] !== undefined).sort((a, b) => (columns[a] ?? 0) - (columns[b] ?? 0));
  return (
    <ol className={styles.list} aria-label={texts.sources.previewLabel(source.sheet)}>
      {source.preview.map((row) => (
        <li key={row.source.row}>
          <Row row={row} fields={fields} />
        </li>
      ))}
    </ol>
  );
}

/** @param fields in the order of their columns. */
function Row({ row, fields }: { readonly row: PreviewRow; readonly fields: readonly Field[] }) {
  const styles = useStyles();
  const { format } = usePane();
  const { sheet } = row.source;
  return (
    <>
      <Text weight="semibold" size={200}>
        {texts.sources.rowNumber(row.source.row)}
      </Text>
      <dl className={styles.lines}>
        {fields.map((field) => {
          const read = row.fields[field];
          if (read === undefined || (read.value === '' && read.cell === '')) return null;
          return (
            <div key={field} className={styles.line}>
              <dt className={styles.term}>{texts.fields[field]}</dt>
              <dd className={styles.value}>
                {shownField(field, read.value, format)}
                {differs(read.value, read.cell) ? <span className={styles.cell}>{texts.sources.cellText(read.cell)}</span> : null}
              </dd>
              <dd className={styles.way}>
                <PlaceLink place={{ sheet, address: read.address }} label={texts.showCell({ sheet, address: read.address })}>
                  {read.address}
                </PlaceLink>
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
