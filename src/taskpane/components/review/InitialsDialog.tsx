/** Asks once by whom the decisions are. */

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { texts } from '../../texts';

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
  const give = (event: React.SyntheticEvent): void => {
    event.preventDefault();
    onGiven(draft.trim());
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <form onSubmit={give}>
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent>
              <p>{words.body}</p>
              <Field label={words.label} className={styles.field}>
                <Input value={draft} maxLength={LONGEST} autoComplete="off" onChange={(_, { value }) => setDraft(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={() => onGiven('')}>{words.without}</Button>
              <Button type="submit" appearance="primary">
                {words.go}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
