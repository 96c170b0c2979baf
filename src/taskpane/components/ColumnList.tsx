/** Every column of a source and the field it is read as, to change where the guess is wrong. */

import { Caption1, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { SourceInspection } from '../../settings/inspection';
import { FIELDS } from '../../settings/mapping';
import type { Field as FieldName, SourceMapping } from '../../settings/mapping';
import { usePane } from '../paneContext';
import { columnLetters } from '../place';
import { texts } from '../texts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface ColumnListProps {
  readonly index: number;
  readonly source: SourceInspection;
  readonly mapping: SourceMapping;
}

export function ColumnList({ index, source, mapping }: ColumnListProps) {
  const styles = useStyles();
  const { session, format } = usePane();
  const fieldAt = new Map<number, FieldName>();
  for (const field of FIELDS) {
    const column = mapping.columns[field];
    if (column !== undefined && !fieldAt.has(column)) fieldAt.set(column, field);
  }
  const change = (column: number, value: string): void => {
    const before = fieldAt.get(column);
    const field = FIELDS.find((name) => name === value);
    if (field !== undefined) void session.changeColumn(index, field, column);
    else if (before !== undefined) void session.changeColumn(index, before, null);
  };
  return (
    <div className={styles.root}>
      {source.headers.map((header, column) => {
        const field = fieldAt.get(column);
        const guess = source.columns.find((candidate) => candidate.column === column && candidate.field === field);
        return (
          <div key={column}>
            <Field label={header.trim() === '' ? texts.sources.unnamed(columnLetters(column)) : header}>
              <Select size="small" value={field ?? ''} onChange={(_, { value }) => change(column, value)}>
                <option value="">{texts.sources.unused}</option>
                {choicesOf(source.fields, field).map((choice) => (
                  <option key={choice} value={choice}>
                    {texts.fields[choice]}
                  </option>
                ))}
              </Select>
            </Field>
            {guess === undefined ? null : (
              <Caption1 className={styles.quiet}>
                {guess.reason} · {format.percent(guess.confidence)}
              </Caption1>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** The role's fields by name, and the one in force even where the role has none such. */
function choicesOf(fields: readonly FieldName[], current: FieldName | undefined): FieldName[] {
  const choices = new Set(current === undefined ? fields : [...fields, current]);
  return [...choices].sort((a, b) => texts.fields[a].localeCompare(texts.fields[b]));
}
