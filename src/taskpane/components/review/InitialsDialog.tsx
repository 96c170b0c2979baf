/** Asks once by whom the decisions are. */

import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { texts } from '../../texts';
import { FormDialog } from '../FormDialog';

const LONGEST = 20;

const useStyles = makeStyles({ field: { gridTemplateColumns: 'minmax(0, 1fr)' } });

export interface InitialsDialogProps {
  readonly initials: string;
  readonly onClose: () => void;
  readonly onGiven: (initials: string) => void;
}

/** Rendered while it is asked. */
export function InitialsDialog({ initials, onClose, onGiven }: InitialsDialogProps) {
  const styles = useStyles();
  const [draft, setDraft] = useState(initials);
  const words = texts.review.initials;
  return (
    <FormDialog
      title={words.title}
      go={words.go}
      onClose={onClose}
      onGo={() => onGiven(draft.trim())}
      other={{ words: words.without, take: () => onGiven('') }}
    >
      <p>{words.body}</p>
      <Field label={words.label} className={styles.field}>
        <Input value={draft} maxLength={LONGEST} autoComplete="off" onChange={(_, { value }) => setDraft(value)} />
      </Field>
    </FormDialog>
  );
}
