/** What somebody must settle, by priority, with the way to the list. */

import { Body1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { openExceptions } from '../runResult';
import type { RunResult } from '../runResult';
import { texts } from '../texts';
import { PlaceLink } from './PlaceLink';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalXS },
  plain: { margin: 0 },
  table: { borderCollapse: 'collapse', width: '100%' },
  word: { fontWeight: tokens.fontWeightRegular, textAlign: 'start', padding: `${tokens.spacingVerticalXXS} 0` },
  number: { fontVariantNumeric: 'tabular-nums', textAlign: 'end' },
});

export function ExceptionCounts({ result }: { readonly result: RunResult }) {
  const styles = useStyles();
  const { format } = usePane();
  const { exceptions, currency } = result.digest;
  const place = result.places['Exceptions'];
  return (
    <section className={styles.root} aria-label={texts.results.exceptions}>
      <Subtitle2 as="h3" className={styles.plain}>
        {texts.results.exceptions}
      </Subtitle2>
      {openExceptions(result) === 0 ? (
        <Body1 as="p" className={styles.plain}>
          {texts.results.noExceptions}
        </Body1>
      ) : (
        <table className={styles.table}>
          <tbody>
            {exceptions.map(({ priority, count, amount }) => (
              <tr key={priority}>
                <th scope="row" className={styles.word}>
                  {texts.engine(priority)}
                </th>
                <td className={styles.number}>{format.count(count)}</td>
                <td className={styles.number}>{format.amount(amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {place === undefined ? null : <PlaceLink place={place}>{texts.review.openExceptions}</PlaceLink>}
    </section>
  );
}
