/** Both sides of a match beside each other, what differs marked and told. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReviewSide } from '../../../report/plan';
import { compareSides } from '../../compareSides';
import type { ComparedRow, Piece } from '../../compareSides';
import { usePane } from '../../paneContext';
import { SPOKEN_ONLY } from '../../spokenOnly';
import { texts } from '../../texts';
import { PlaceLink } from '../PlaceLink';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', tableLayout: 'fixed', width: '100%', fontSize: tokens.fontSizeBase200 },
  fact: { width: '76px' },
  cell: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    textAlign: 'start',
    verticalAlign: 'top',
    ':first-child': { paddingInlineStart: 0 },
    ':last-child': { paddingInlineEnd: 0 },
  },
  head: { borderTopStyle: 'none' },
  middle: { verticalAlign: 'middle' },
  label: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  what: { color: tokens.colorNeutralForeground2, display: 'block', fontWeight: tokens.fontWeightRegular },
  differs: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  difference: { color: tokens.colorNeutralForeground2, display: 'block' },
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText' },
  },
  spoken: SPOKEN_ONLY,
});

export interface SidesTableProps {
  readonly left: ReviewSide;
  readonly right: ReviewSide;
  readonly isCustomer: boolean;
}

export function SidesTable({ left, right, isCustomer }: SidesTableProps) {
  const styles = useStyles();
  const { format } = usePane();
  const rows = compareSides(left, right, isCustomer, format);
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <table className={styles.table} aria-label={texts.review.compared(left.name, right.name)}>
      <colgroup>
        <col className={styles.fact} />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={head}>
            <span className={styles.spoken}>{texts.review.fact}</span>
          </th>
          {[left, right].map((side, at) => (
            <th key={at} scope="col" className={head}>
              <span className={styles.what}>{texts.engine(side.what)}</span>
              {isCustomer ? null : side.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FactRow key={row.label} row={row} />
        ))}
        {left.source === null && right.source === null ? null : (
          <tr>
            <th scope="row" className={mergeClasses(styles.cell, styles.label, styles.middle)}>
              {texts.review.facts.source}
            </th>
            {[left, right].map((side, at) => (
              <td key={at} className={mergeClasses(styles.cell, styles.middle)}>
                <SourceLink side={side} />
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function FactRow({ row }: { readonly row: ComparedRow }) {
  const styles = useStyles();
  const { label, left, right, difference, isOdd } = row;
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.label)}>
        {label}
        {!isOdd ? null : (
          <>
            <span aria-hidden className={styles.differs}>
              {' ≠'}
            </span>
            <span className={styles.spoken}> {texts.review.differs}</span>
          </>
        )}
      </th>
      <td className={styles.cell}>
        <Pieces pieces={left} />
      </td>
      <td className={styles.cell}>
        <Pieces pieces={right} />
        {difference === '' ? null : (
          <span className={mergeClasses(styles.difference, isOdd && styles.differs)}>{difference}</span>
        )}
      </td>
    </tr>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const styles = useStyles();
  return pieces.map(({ text, isOther }, at) =>
    isOther ? (
      <mark key={at} className={styles.mark}>
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  );
}

export function SourceLink({ side: { name, source } }: { readonly side: ReviewSide }) {
  if (source === null) return null;
  return (
    <PlaceLink place={source} label={texts.review.sourceOf(name, source)}>
      {source.sheet}!{source.address}
    </PlaceLink>
  );
}
