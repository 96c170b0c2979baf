/** Asks before the results go: what is deleted cannot be brought back. */

import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { isLong } from '../paneState';
import { texts } from '../texts';

export interface RemoveDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RemoveDialog({ isOpen, onClose }: RemoveDialogProps) {
  const { state, session } = usePane();
  const remove = (): void => {
    onClose();
    void session.remove();
  };
  return (
    <Dialog modalType="alert" open={isOpen} onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.remove.title}</DialogTitle>
          <DialogContent>{texts.remove.body}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{texts.remove.keep}</Button>
            <Button appearance="primary" disabledFocusable={isLong(state)} onClick={remove}>
              {texts.remove.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
