/** Asks before the results go: what is deleted cannot be brought back. */

import { usePane } from '../paneContext';
import { isLong } from '../paneState';
import { texts } from '../texts';
import { AskDialog } from './AskDialog';

export interface RemoveDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RemoveDialog({ isOpen, onClose }: RemoveDialogProps) {
  const { state, session } = usePane();
  return (
    <AskDialog
      isOpen={isOpen}
      title={texts.remove.title}
      keep={texts.remove.keep}
      go={texts.remove.confirm}
      isReady={!isLong(state)}
      onClose={onClose}
      onGo={() => void session.remove()}
    >
      {texts.remove.body}
    </AskDialog>
  );
}
