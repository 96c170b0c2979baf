/** One column: its name and field in a line; opened, why it is read so, an example, and the other fields it can be. */

import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Caption1,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { memo } from 'react';
import { FIELDS } from '../../settings/mapping';
import type { Field } from '../../settings/mapping';
import { exampleOf } from '../columnStates';
import type { ColumnState } from '../columnStates';
import { usePane } from '../paneContext';
import { SPOKEN_ONLY } from '../spokenOnly';
import { texts } from '../texts';

const useStyles = makeStyles({
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, auto)',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    paddingBlock: tokens.spacingVerticalXXS,
  },
  name: { overflowWrap: 'anywhere' },
  field: { fontWeight: tokens.fontWeightSemibold, textAlign: 'end', overflowWrap: 'anywhere' },
  unused: { color: tokens.colorNeutralForeground2, textAlign: 'end' },
  /** Parts the two words for those who hear them. */
  spoken: SPOKEN_ONLY,
  select: { width: '100%' },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export interface ColumnItemProps extends ColumnState {
  /** Place of the source among the sources. */
  readonly index: number;
}

/** Rendered anew only where something about this column changed: a list may hold hundreds. */
export const ColumnItem = memo(function ColumnItem(props: ColumnItemProps) {
  const styles = useStyles();
  const { column, name, field, month, isUnsure } = props;
  return (
    <AccordionItem value={column}>
      <AccordionHeader size="small">
        <span className={styles.head}>
          <span className={styles.name}>
            {name}
            <span className={styles.spoken}>: </span>
          </span>
          <span className={field === null && month === null ? styles.unused : styles.field}>{fieldWords(props)}</span>
          {isUnsure ? (
            <Badge appearance="tint" color="warning" size="small">
              {texts.sources.toCheck}
            </Badge>
          ) : null}
        </span>
      </AccordionHeader>
      <AccordionPanel>
        <ColumnChoice {...props} />
      </AccordionPanel>
    </AccordionItem>
  );
});

function ColumnChoice({ index, column, name, field, month, confidence, reason }: ColumnItemProps) {
  const styles = useStyles();
  const { state, session, format } = usePane();
  const source = state.inspection?.sources[index];
  const grid = source === undefined ? undefined : state.grids[source.grid];
  if (source === undefined || grid === undefined) return null;
  const example = exampleOf(source, grid, column);
  const change = (value: string): void =>
    void session.changeColumn(index, column, FIELDS.find((known) => known === value) ?? null);
  return (
    <div className={styles.body}>
      <Select
        size="small"
        className={styles.select}
        aria-label={texts.sources.columnReadAs(name)}
        value={month === null ? (field ?? '') : MONTH}
        onChange={(_, { value }) => change(value)}
      >
        <option value="">{texts.sources.unused}</option>
        {month === null ? null : <option value={MONTH}>{fieldWords({ field, month })}</option>}
        {choicesOf(source.fields, field).map((choice) => (
          <option key={choice} value={choice}>
            {texts.fields[choice]}
          </option>
        ))}
      </Select>
      {confidence === null ? null : (
        <Caption1 className={styles.quiet}>{texts.sources.sure(format.percent(confidence), texts.engine(reason))}</Caption1>
      )}
      {example === '' ? null : (
        <Caption1 className={styles.quiet}>{texts.sources.example(format.dates(shortened(example)))}</Caption1>
      )}
    </div>
  );
}

/** The value of the choice that a month across stands for; no field is called so. */
const MONTH = 'month across';

const MOST_SHOWN = 80;
const shortened = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

export function fieldWords({ field, month }: Pick<ColumnState, 'field' | 'month'>): string {
  if (month !== null) return texts.sources.revenueOf(month);
  return field === null ? texts.sources.unused : texts.fields[field];
}

/** The role's fields by name, and the one in force even where the role has none such. */
export function choicesOf(fields: readonly Field[], current: Field | null): Field[] {
  const choices = new Set(current === null ? fields : [...fields, current]);
  return [...choices].sort((a, b) => texts.fields[a].localeCompare(texts.fields[b]));
}
