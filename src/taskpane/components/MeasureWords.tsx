/** The four measures in words; one without a source says so. */

import { makeStyles, tokens } from '@fluentui/react-components';
import type { Measure } from '../../domain/measure';
import { MEASURES } from '../../domain/measure';
import type { Role } from '../../domain/record';
import { usePane } from '../paneContext';
import { texts } from '../texts';

const NEEDS: Readonly<Record<Measure, Role>> = {
  booked: 'deals',
  invoiced: 'invoices',
  recognised: 'schedule',
  cash: 'receipts',
};

const useStyles = makeStyles({
  root: { margin: 0 },
  term: { fontWeight: tokens.fontWeightSemibold },
  words: { margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
});

export function MeasureWords() {
  const styles = useStyles();
  const { state } = usePane();
  const roles = new Set(state.mappings.map(({ role }) => role));
  const words = texts.definitions.describeMeasures(state.settings);
  const isDerived = state.settings.some(({ key, used }) => key === 'recognisedSource' && used === 'derived');
  const isProvided = (measure: Measure): boolean =>
    roles.has(measure === 'recognised' && isDerived ? 'invoices' : NEEDS[measure]);
  return (
    <dl className={styles.root}>
      {MEASURES.map((measure) => {
        return (
          <div key={measure}>
            <dt className={styles.term}>
              {measure === 'recognised' && isDerived ? texts.definitions.derived : texts.definitions.measures[measure]}
            </dt>
            <dd className={styles.words}>{isProvided(measure) ? words[measure] : texts.definitions.notProvided}</dd>
          </div>
        );
      })}
    </dl>
  );
}
