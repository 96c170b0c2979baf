/** The first rows of a source as they are read; each row leads to its place in the sheet. */

import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { SourceInspection } from '../../settings/inspection';
import { FIELDS } from '../../settings/mapping';
import { texts } from '../texts';
import { PlaceLink } from './PlaceLink';

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    paddingBottom: tokens.spacingVerticalS,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    '& th, & td': {
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
      textAlign: 'start',
    },
  },
});

export function Preview({ source }: { readonly source: SourceInspection }) {
  const styles = useStyles();
  const fields = FIELDS.filter((field) => source.preview.some((row) => row.fields[field] !== undefined));
  if (source.preview.length === 0) return <Caption1>{texts.sources.noPreview}</Caption1>;
  return (
    <div className={styles.scroll} role="region" aria-label={texts.sources.previewLabel(source.sheet)} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.sources.place}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {texts.fields[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {source.preview.map((row) => (
            <tr key={row.source.row}>
              <td>
                <PlaceLink place={{ sheet: row.source.sheet, address: `A${row.source.row}` }}>
                  {texts.sources.rowNumber(row.source.row)}
                </PlaceLink>
              </td>
              {fields.map((field) => (
                <td key={field}>{row.fields[field]?.value ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
