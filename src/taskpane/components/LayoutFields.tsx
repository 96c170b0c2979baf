/** How a source is read apart from its columns, each to change: header, what a row is, headings, dates, amounts, currency. */

import { Caption1, Field, Input, Label, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { acceptSetting } from '../../settings/definitions';
import type { SourceInspection } from '../../settings/inspection';
import { FIELDS, GRAINS } from '../../settings/mapping';
import type { SourceMapping } from '../../settings/mapping';
import { headerChoices } from '../headerChoices';
import { usePane } from '../paneContext';
import { hasDocuments } from '../sourceWords';
import { texts } from '../texts';
import { choicesOf } from './ColumnItem';

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalM },
});

export interface LayoutFieldsProps {
  readonly index: number;
  readonly source: SourceInspection;
  readonly mapping: SourceMapping;
}

export function LayoutFields(props: LayoutFieldsProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <HeaderField {...props} />
      {hasDocuments(props.mapping) ? <GrainField {...props} /> : null}
      <HeadingFields {...props} />
      <DateField {...props} />
      {hasDocuments(props.mapping) ? <MoneyFields {...props} /> : null}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={styles.field}>
      <Select size="small" value={value} onChange={(_, { value: chosen }) => onChange(chosen)}>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const headerKey = (headerRow: number, headerRows: number): string => `${String(headerRow)}/${String(headerRows)}`;

function HeaderField({ index, source, mapping }: LayoutFieldsProps) {
  const { state, session } = usePane();
  const grid = state.grids[source.grid];
  // An Excel table says itself where its header is.
  if (grid === undefined || source.table !== null) return null;
  const choices = headerChoices(source, grid, mapping);
  const change = (value: string): void => {
    const chosen = choices.find(({ headerRow, headerRows }) => headerKey(headerRow, headerRows) === value);
    if (chosen !== undefined) void session.changeHeader(index, chosen.headerRow, chosen.headerRows);
  };
  return (
    <Choice
      label={texts.sources.header}
      value={headerKey(mapping.headerRow, mapping.headerRows)}
      choices={choices.map(({ headerRow, headerRows, rows, words }) => [
        headerKey(headerRow, headerRows),
        rows.length === 0 ? texts.sources.noHeader : texts.sources.headerRow(rows, words === '' ? texts.sources.blankRow : words),
      ])}
      onChange={change}
    />
  );
}

function GrainField({ index, source, mapping }: LayoutFieldsProps) {
  const { session } = usePane();
  return (
    <Choice
      label={texts.sources.grain}
      value={mapping.grain ?? source.grain}
      choices={GRAINS.map((grain) => [grain, texts.grains[grain]])}
      onChange={(value) => void session.changeConventions(index, { grain: GRAINS.find((grain) => grain === value) ?? null })}
    />
  );
}

function HeadingFields({ index, source, mapping }: LayoutFieldsProps) {
  const { session } = usePane();
  return source.headings.map(({ column, examples }) => {
    const field = FIELDS.find((name) => mapping.columns[name] === column) ?? null;
    return (
      <Choice
        key={column}
        label={texts.sources.headingsLabel(examples.join(', '))}
        value={field ?? ''}
        choices={[
          ['', texts.sources.unused],
          ...choicesOf(source.fields, field).map((name) => [name, texts.fields[name]] as const),
        ]}
        onChange={(value) => void session.changeColumn(index, column, FIELDS.find((name) => name === value) ?? null)}
      />
    );
  });
}

const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;

function DateField({ index, mapping }: LayoutFieldsProps) {
  const { session } = usePane();
  return (
    <Choice
      label={texts.sources.dateOrder}
      value={mapping.dateOrder ?? ''}
      choices={[['', texts.sources.askedWhereOpen], ...DATE_ORDERS.map((order) => [order, texts.dateOrders[order]] as const)]}
      onChange={(value) =>
        void session.changeConventions(index, { dateOrder: DATE_ORDERS.find((order) => order === value) ?? null })
      }
    />
  );
}

const DECIMALS = ['.', ','] as const;

function MoneyFields(props: LayoutFieldsProps) {
  const { index, mapping } = props;
  const { session, format } = usePane();
  const scales = [...new Set([...Object.keys(texts.scales).map(Number), mapping.scale])];
  return (
    <>
      <Choice
        label={texts.sources.decimal}
        value={mapping.decimal ?? ''}
        choices={[['', texts.sources.askedWhereOpen], ...DECIMALS.map((mark) => [mark, texts.decimals[mark]] as const)]}
        onChange={(value) => void session.changeConventions(index, { decimal: DECIMALS.find((mark) => mark === value) ?? null })}
      />
      <Choice
        label={texts.sources.scale}
        value={String(mapping.scale)}
        choices={scales.map((scale) => [String(scale), texts.scales[scale] ?? `× ${format.decimal(scale)}`])}
        onChange={(value) => void session.changeConventions(index, { scale: Number(value) })}
      />
      <CurrencyField key={mapping.currency ?? ''} {...props} />
    </>
  );
}

/** The currency of all amounts; where a column says it, that column is right. */
function CurrencyField({ index, source, mapping }: LayoutFieldsProps) {
  const styles = useStyles();
  const { session } = usePane();
  const inForce = mapping.currency ?? '';
  const [draft, setDraft] = useState(inForce);
  const column = mapping.columns.currency;
  const accepted = draft.trim() === '' ? '' : acceptSetting('currency', draft);
  const commit = (): void => {
    if (accepted !== null && String(accepted) !== inForce)
      void session.changeConventions(index, { currency: accepted === '' ? null : String(accepted) });
  };
  if (column !== undefined)
    return (
      <div>
        <Label size="small">{texts.sources.currency}</Label>
        <Caption1 block>{texts.sources.currencyFromColumn(source.headers[column] ?? '')}</Caption1>
      </div>
    );
  return (
    <Field
      className={styles.field}
      label={texts.sources.currency}
      size="small"
      hint={texts.sources.currencyHint}
      validationState={accepted === null ? 'error' : 'none'}
      validationMessage={accepted === null ? texts.sources.currencyRefused : null}
    >
      <Input
        size="small"
        value={draft}
        onChange={(_, { value }) => setDraft(value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(inForce);
        }}
      />
    </Field>
  );
}
