/** Asks before something is done that touches much. */

import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';

export interface AskDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** Words of the button that leaves all as it is. */
  readonly keep: string;
  readonly go: string;
  readonly isReady?: boolean;
  readonly children: React.ReactNode;
  readonly onClose: () => void;
  readonly onGo: () => void;
}

export function AskDialog({ isOpen, title, keep, go, isReady = true, children, onClose, onGo }: AskDialogProps) {
  const take = (): void => {
    onClose();
    onGo();
  };
  return (
    <Dialog modalType="alert" open={isOpen} onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{keep}</Button>
            <Button appearance="primary" disabledFocusable={!isReady} onClick={take}>
              {go}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
