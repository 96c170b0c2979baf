/** A gap's classes: colour and word, net amount, number of items; the bar shows the gross share, so that opposite errors show. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { classColour } from '../classColours';
import { VARIANCES } from '../../report/tableNames';
import type { Digest } from '../ports';
import { NARROW } from '../narrow';
import { usePane } from '../paneContext';
import { texts } from '../texts';
import { ClassSwatch } from './ClassSwatch';
import { ColumnLink } from './ColumnLink';

const useStyles = makeStyles({
  bar: { display: 'flex', height: '8px', columnGap: '2px', margin: `${tokens.spacingVerticalXS} 0` },
  share: { minWidth: '2px', forcedColorAdjust: 'none' },
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  row: { [NARROW]: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, justifyContent: 'space-between' } },
  word: { [NARROW]: { flexBasis: '100%' }, fontWeight: tokens.fontWeightRegular, textAlign: 'start' },
  count: { color: tokens.colorNeutralForeground2, textAlign: 'end', whiteSpace: 'nowrap' },
  amount: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', whiteSpace: 'nowrap' },
});

export interface ClassBreakdownProps {
  readonly gap: Digest['gaps'][number];
  readonly currency: string;
}

export function ClassBreakdown({ gap, currency }: ClassBreakdownProps) {
  const styles = useStyles();
  const { format } = usePane();
  const title = texts.engine(gap.title);
  const present = gap.byClass.filter(({ count }) => count > 0);
  if (present.length === 0) return null;
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {present.map(({ reasonClass, gross }) => (
          <span
            key={reasonClass}
            className={styles.share}
            style={{ flexGrow: gross, backgroundColor: classColour(reasonClass) }}
          />
        ))}
      </div>
      <table className={styles.table} aria-label={texts.results.byClass(title)}>
        <tbody>
          {present.map(({ reasonClass, net, count }) => (
            <tr key={reasonClass} className={styles.row}>
              <th scope="row" className={styles.word}>
                <ClassSwatch reasonClass={reasonClass} />
                <ColumnLink
                  table={VARIANCES}
                  header="Class"
                  where={{ Gap: gap.gap, Class: reasonClass }}
                  label={texts.results.showClass(texts.engine(reasonClass), title)}
                >
                  {texts.engine(reasonClass)}
                </ColumnLink>
              </th>
              <td className={styles.count}>{texts.results.classItems(count, format.count(count))}</td>
              <td className={styles.amount}>{format.amount(net, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
