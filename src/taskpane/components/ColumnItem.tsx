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
import type { SourceInspection } from '../../settings/inspection';
import { FIELDS } from '../../settings/mapping';
import type { Field } from '../../settings/mapping';
import { exampleOf } from '../columnStates';
import type { ColumnState } from '../columnStates';
import { usePane } from '../paneContext';
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
  select: { width: '100%' },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export interface ColumnItemProps {
  readonly index: number;
  readonly source: SourceInspection;
  readonly column: ColumnState;
}

export function ColumnItem({ index, source, column }: ColumnItemProps) {
  const styles = useStyles();
  return (
    <AccordionItem value={column.column}>
      <AccordionHeader size="small">
        <span className={styles.head}>
          <span className={styles.name}>{column.name}</span>
          <span className={column.field === null && column.month === null ? styles.unused : styles.field}>
            {fieldWords(column)}
          </span>
          {column.isUnsure ? (
            <Badge appearance="tint" color="warning" size="small">
              {texts.sources.toCheck}
            </Badge>
          ) : null}
        </span>
      </AccordionHeader>
      <AccordionPanel>
        <ColumnChoice index={index} source={source} column={column} />
      </AccordionPanel>
    </AccordionItem>
  );
}

function ColumnChoice({ index, source, column }: ColumnItemProps) {
  const styles = useStyles();
  const { state, session, format } = usePane();
  const grid = state.grids[source.grid];
  const example = grid === undefined ? '' : exampleOf(source, grid, column.column);
  const change = (value: string): void =>
    void session.changeColumn(index, column.column, FIELDS.find((name) => name === value) ?? null);
  return (
    <div className={styles.body}>
      <Select
        size="small"
        className={styles.select}
        aria-label={texts.sources.columnReadAs(column.name)}
        value={column.month === null ? (column.field ?? '') : MONTH}
        onChange={(_, { value }) => change(value)}
      >
        <option value="">{texts.sources.unused}</option>
        {column.month === null ? null : <option value={MONTH}>{fieldWords(column)}</option>}
        {choicesOf(source.fields, column.field).map((choice) => (
          <option key={choice} value={choice}>
            {texts.fields[choice]}
          </option>
        ))}
      </Select>
      {column.confidence === null ? null : (
        <Caption1 className={styles.quiet}>{texts.sources.sure(format.percent(column.confidence), column.reason)}</Caption1>
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
