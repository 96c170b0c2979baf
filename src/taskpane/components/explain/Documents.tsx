/** Deals, invoices, schedules and receipts behind it, each with the way to its source row. */

import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { DocumentTold, Explanation } from '../../../report/explain/explanation';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { PlaceLink } from '../PlaceLink';
import { Part } from './Part';

const MOST_LINES = 2_000;

const useStyles = makeStyles({
  role: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  document: {
    alignItems: 'baseline',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    columnGap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  amount: { fontVariantNumeric: 'tabular-nums', textAlign: 'end' },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  link: { fontSize: tokens.fontSizeBase200, textAlign: 'end' },
});

const ROLES = ['deal', 'invoice', 'revenue', 'receipt'] as const;

export function Documents({ explanation: { documents, lines } }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  const { format } = usePane();
  if (documents.all === 0)
    return lines !== null && lines.count > MOST_LINES ? (
      <Caption1>{texts.explain.tooMany(format.count(MOST_LINES))}</Caption1>
    ) : null;
  const omitted = documents.all - documents.shown.length;
  return (
    <Part title={texts.explain.documents}>
      {ROLES.map((role) => {
        const shown = documents.shown.filter((document) => document.role === role);
        return shown.length === 0 ? null : (
          <div key={role}>
            <div className={styles.role}>{texts.explain.roles[role]}</div>
            <ul className={styles.list} aria-label={texts.explain.roles[role]}>
              {shown.map((document) => (
                <DocumentItem key={document.key} document={document} />
              ))}
            </ul>
          </div>
        );
      })}
      {omitted === 0 ? null : <Caption1>{texts.explain.more(format.count(omitted))}</Caption1>}
    </Part>
  );
}

function DocumentItem({ document }: { readonly document: DocumentTold }) {
  const styles = useStyles();
  const { format } = usePane();
  const { name, party, day, amounts, text, source } = document;
  const what = texts.engine(document.what);
  const place = source === null ? '' : `${source.sheet}!${source.address}`;
  // A record without an id is called by its place, which the link says already.
  const isNamed = name !== place;
  return (
    <li className={styles.document}>
      <span className={styles.name}>{isNamed ? name : what}</span>
      <span className={styles.amount}>{amounts.map(({ minor, currency }) => format.amountIn(minor, currency)).join(', ')}</span>
      <span className={styles.facts}>
        {[isNamed ? what : '', format.dates(day), party, text].filter((fact) => fact !== '').join(' · ')}
      </span>
      <span className={styles.link}>
        {source === null ? null : (
          <PlaceLink place={source} label={texts.explain.showSource(isNamed ? name : what, place)}>
            {place}
          </PlaceLink>
        )}
      </span>
    </li>
  );
}
