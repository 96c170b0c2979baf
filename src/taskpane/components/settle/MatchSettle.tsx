/** A match settled where its row is selected: confirmed, refused, linked to another, spread by hand. */

import { Button, Caption1, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { MatchState } from '../../../report/matchRows';
import type { ReviewMatch } from '../../../report/plan';
import { usePane } from '../../paneContext';
import { isBusy } from '../../paneState';
import { decidedKeys } from '../../reviewing';
import { texts } from '../../texts';
import { MatchActions } from '../review/MatchActions';
import { AllocationDialog } from './AllocationDialog';
import { onShortcut } from './onShortcut';
import { RelinkDialog } from './RelinkDialog';
import { SettlePart } from './SettlePart';
import { useSigning } from './Signing';

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS } });

/** States whose link is in the numbers. */
const LINKED: ReadonlySet<MatchState> = new Set(['suggested', 'matched', 'confirmed']);

const nothingNext = (): null => null;

export function MatchSettle({ match }: { readonly match: ReviewMatch }) {
  const styles = useStyles();
  const { session, state } = usePane();
  const { sign } = useSigning();
  const restoreFocus = useRestoreFocusTarget();
  const [open, setOpen] = useState<'relink' | 'allocate' | null>(null);
  const isDecided = decidedKeys(state.reviewing).has(match.key);
  const busy = isBusy(state);
  const onKeyDown = onShortcut({ u: () => sign((by) => void session.settle.undo(by)) });
  return (
    <SettlePart keys="" onKeyDown={onKeyDown}>
      {isDecided ? (
        <Caption1>{texts.settle.decidedHere}</Caption1>
      ) : (
        <>
          <MatchActions match={match} next={null} nextBeyond={nothingNext} />
          <div className={styles.buttons}>
            <Button {...restoreFocus} size="small" disabledFocusable={busy} onClick={() => setOpen('relink')}>
              {texts.settle.relink}
            </Button>
            {LINKED.has(match.state) && !match.isCustomer ? (
              <Button {...restoreFocus} size="small" disabledFocusable={busy} onClick={() => setOpen('allocate')}>
                {texts.settle.allocate}
              </Button>
            ) : null}
          </div>
        </>
      )}
      {open === 'relink' ? <RelinkDialog match={match} isLinked={LINKED.has(match.state)} onClose={() => setOpen(null)} /> : null}
      {open === 'allocate' ? <AllocationDialog matchKey={match.key} onClose={() => setOpen(null)} /> : null}
    </SettlePart>
  );
}
