/** Who settles it, by when, how long it may stay accepted, and what there is to say. */

import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { parseIsoDay, serialOfDay } from '../../../domain/day';
import { NARROW } from '../../narrow';
import { usePane } from '../../paneContext';
import { isBusy } from '../../paneState';
import { cellText, isDayHeader } from '../../reviewerCells';
import { texts } from '../../texts';
import { useSigning } from './Signing';

const useStyles = makeStyles({
  head: { cursor: 'pointer', minHeight: '24px', paddingBlock: tokens.spacingVerticalXXS },
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  // No wider than the pane: inputs would take their own width.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  days: {
    display: 'grid',
    columnGap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  input: { minWidth: 0 },
  save: { alignSelf: 'flex-start' },
});

type Cells = Readonly<Record<string, string | number>>;
type Header = 'Assignee' | 'Due by' | 'Accept until' | 'Comment';
type Draft = Readonly<Partial<Record<Header, string>>>;

interface ExceptionDetailsProps {
  readonly exceptionKey: string;
  readonly name: string;
  /** As they stand. */
  readonly cells: Cells;
}

export function ExceptionDetails({ exceptionKey, name, cells }: ExceptionDetailsProps) {
  const styles = useStyles();
  const { session, state } = usePane();
  const { sign } = useSigning();
  const [draft, setDraft] = useState<Draft>({});
  const change =
    (header: Header) =>
    (_: unknown, { value }: { readonly value: string }): void =>
      setDraft((before) => ({ ...before, [header]: value }));
  const shown = (header: Header): string => draft[header] ?? textOf(header, cells[header]);
  const changed = changedCells(draft, cells);
  const isChanged = Object.keys(changed).length > 0;
  const save = (event: React.SyntheticEvent): void => {
    event.preventDefault();
    if (!isChanged) return;
    sign((by) => {
      const expected = Object.fromEntries(
        Object.keys(changed).flatMap((header) => (cells[header] === undefined ? [] : [[header, cells[header]]])),
      );
      const reviews = [{ key: exceptionKey, cells: changed, expected }];
      void session.settle.write({ verdict: 'noted', label: name, reviews, links: [], by });
    });
  };
  return (
    <details>
      <summary className={styles.head}>{texts.settle.details}</summary>
      <form className={styles.form} onSubmit={save}>
        <Field className={styles.field} label={texts.settle.assignee}>
          <Input
            className={styles.input}
            size="small"
            value={shown('Assignee')}
            autoComplete="off"
            onChange={change('Assignee')}
          />
        </Field>
        <div className={styles.days}>
          <Field className={styles.field} label={texts.settle.dueBy}>
            <Input className={styles.input} size="small" type="date" value={shown('Due by')} onChange={change('Due by')} />
          </Field>
          <Field className={styles.field} label={texts.settle.acceptUntil}>
            <Input
              className={styles.input}
              size="small"
              type="date"
              value={shown('Accept until')}
              onChange={change('Accept until')}
            />
          </Field>
        </div>
        <Field className={styles.field} label={texts.settle.comment}>
          <Textarea className={styles.input} size="small" value={shown('Comment')} onChange={change('Comment')} />
        </Field>
        <Button size="small" type="submit" className={styles.save} disabledFocusable={!isChanged || isBusy(state)}>
          {texts.settle.save}
        </Button>
      </form>
    </details>
  );
}

/** A cell as its field shows it; what is no date leaves a date field blank. */
function textOf(header: string, cell: string | number | undefined): string {
  const text = cellText(header, cell);
  if (!isDayHeader(header)) return text;
  return parseIsoDay(text.trim()) === null ? '' : text.trim();
}

function changedCells(draft: Draft, cells: Cells): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(draft).flatMap(([header, text]) => {
      if (text === textOf(header, cells[header])) return [];
      const day = isDayHeader(header) ? parseIsoDay(text) : null;
      return [[header, day === null ? text : serialOfDay(day)]];
    }),
  );
}
