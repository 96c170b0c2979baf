/** Shows how many matches are confirmed at once and what they carry, before any is. */

import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { amountWords } from '../../compareSides';
import { usePane } from '../../paneContext';
import type { Alike } from '../../reviewing';
import { texts } from '../../texts';

export interface AlikeDialogProps {
  readonly alike: Alike;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

export function AlikeDialog({ alike, isOpen, onClose, onConfirm }: AlikeDialogProps) {
  const { format } = usePane();
  const count = format.count(alike.keys.length);
  const confirm = (): void => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog modalType="alert" open={isOpen} onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.review.alikeTitle(count)}</DialogTitle>
          <DialogContent>
            <p>{texts.review.alikeBody(texts.engine(alike.kind), texts.engine(alike.pass), format.chance(alike.least))}</p>
            {alike.amounts.length === 0 ? null : <p>{texts.review.alikeAmounts(amountWords(alike.amounts, format))}</p>}
            <p>{texts.review.alikeUndo}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{texts.review.notNow}</Button>
            <Button appearance="primary" onClick={confirm}>
              {texts.review.alikeConfirm(count)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
