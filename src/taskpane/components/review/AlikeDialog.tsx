/** Shows how many matches are confirmed at once and what they carry, before any is. */

import { amountWords } from '../../compareSides';
import { usePane } from '../../paneContext';
import type { Alike } from '../../reviewing';
import { texts } from '../../texts';
import { AskDialog } from '../AskDialog';

export interface AlikeDialogProps {
  readonly alike: Alike;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

export function AlikeDialog({ alike, isOpen, onClose, onConfirm }: AlikeDialogProps) {
  const { format } = usePane();
  const count = format.count(alike.keys.length);
  return (
    <AskDialog
      isOpen={isOpen}
      title={texts.review.alikeTitle(count)}
      keep={texts.review.notNow}
      go={texts.review.alikeConfirm(count)}
      onClose={onClose}
      onGo={onConfirm}
    >
      <p>{texts.review.alikeBody(texts.engine(alike.kind), texts.engine(alike.pass), format.chance(alike.least))}</p>
      {alike.amounts.length === 0 ? null : <p>{texts.review.alikeAmounts(amountWords(alike.amounts, format))}</p>}
      <p>{texts.review.alikeUndo}</p>
    </AskDialog>
  );
}
