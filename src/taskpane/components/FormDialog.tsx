/** A few fields in a dialog, and the button that writes what they say. Rendered while it is asked. */

import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { texts } from '../texts';

export interface FormDialogProps {
  readonly title: string;
  /** Words of the button that writes. */
  readonly go: string;
  /** Else the button rests, and Enter with it. */
  readonly isReady?: boolean;
  readonly className?: string;
  readonly children: React.ReactNode;
  readonly onClose: () => void;
  readonly onGo: () => void;
  /** The other way out; closing where none is given. */
  readonly other?: { readonly words: string; readonly take: () => void };
}

export function FormDialog({ title, go, isReady = true, className, children, onClose, onGo, other }: FormDialogProps) {
  const submit = (event: React.SyntheticEvent): void => {
    event.preventDefault();
    if (isReady) onGo();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={className}>{children}</DialogContent>
            <DialogActions>
              <Button onClick={other?.take ?? onClose}>{other?.words ?? texts.settle.cancel}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={!isReady}>
                {go}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
