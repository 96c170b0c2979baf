/** Facts by their names; those without a value are left out. */

import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  fact: { display: 'grid', columnGap: tokens.spacingHorizontalS, gridTemplateColumns: '96px minmax(0, 1fr)' },
  word: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

export type Fact = readonly [word: string, value: React.ReactNode];

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(([word, value]) =>
        value === '' ? null : (
          <div key={word} className={styles.fact}>
            <dt className={styles.word}>{word}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
