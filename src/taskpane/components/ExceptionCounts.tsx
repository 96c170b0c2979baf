/** What somebody must settle, by priority and by class, with the way to the list. */

import { Body1, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { EXCEPTIONS } from '../../report/tableNames';
import { usePane } from '../paneContext';
import { openExceptions } from '../runResult';
import type { RunResult } from '../runResult';
import { texts } from '../texts';
import { ClassSwatch } from './ClassSwatch';
import { ColumnLink } from './ColumnLink';
import { PlaceLink } from './PlaceLink';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalXS },
  plain: { margin: 0 },
  table: { borderCollapse: 'collapse', width: '100%' },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, textAlign: 'start' },
  right: { textAlign: 'end' },
  // Both tables' columns stand under one another.
  count: { width: '22%' },
  amount: { width: '30%' },
  word: { fontWeight: tokens.fontWeightRegular, textAlign: 'start', padding: `${tokens.spacingVerticalXXS} 0` },
  number: { fontVariantNumeric: 'tabular-nums', textAlign: 'end' },
});

export function ExceptionCounts({ result }: { readonly result: RunResult }) {
  const styles = useStyles();
  const { exceptions, exceptionsByClass } = result.digest;
  const place = result.places['Exceptions'];
  const priorities = exceptions.map(({ priority, ...counted }) => ({ word: priority, ...counted }));
  const classes = exceptionsByClass.map(({ reasonClass, ...counted }) => ({ word: reasonClass, ...counted }));
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
        <>
          <Counts result={result} title={texts.results.byPriority} header="Priority" counts={priorities} />
          <Counts result={result} title={texts.results.byReasonClass} header="Class" counts={classes} />
        </>
      )}
      {place === undefined ? null : <PlaceLink place={place}>{texts.review.openExceptions}</PlaceLink>}
    </section>
  );
}

interface CountsProps {
  readonly result: RunResult;
  readonly title: string;
  /** The column of `Exceptions` in which the words stand. */
  readonly header: 'Priority' | 'Class';
  readonly counts: readonly { readonly word: string; readonly count: number; readonly amount: number }[];
}

function Counts({ result, title, header, counts }: CountsProps) {
  const styles = useStyles();
  const { format } = usePane();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {title}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.right, styles.count)}>
            {texts.results.exceptionCount}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.right, styles.amount)}>
            {texts.results.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ word, count, amount }) => (
          <tr key={word}>
            <th scope="row" className={styles.word}>
              {header === 'Class' ? <ClassSwatch reasonClass={word} /> : null}
              {count === 0 ? (
                texts.engine(word)
              ) : (
                <ColumnLink
                  table={EXCEPTIONS}
                  header={header}
                  where={{ [header]: word }}
                  label={texts.results.showExceptions(texts.engine(word))}
                >
                  {texts.engine(word)}
                </ColumnLink>
              )}
            </th>
            <td className={styles.number}>{format.count(count)}</td>
            <td className={styles.number}>{format.amount(amount, result.digest.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
