/** A small difference written off under a named reason; what is too large is told before anything is written. */

import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { WriteOffTold } from '../../../report/settle/lookUp';
import { writtenOffStatus } from '../../../settings/reviewWords';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { FormDialog } from '../FormDialog';
import { useSigning } from './Signing';
import { useLookUp } from './useLookUp';

interface WriteOffDialogProps {
  readonly exceptionKey: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function WriteOffDialog({ exceptionKey, name, onClose }: WriteOffDialogProps) {
  const { session, format } = usePane();
  const { sign } = useSigning();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const found = useLookUp({ kind: 'writeOff', exceptionKey });
  const told = found?.kind === 'writeOff' ? found : null;
  const money = (minor: number): string => (told === null ? '' : format.amountIn(Math.abs(minor), told.currency));
  const hindrance = found === undefined ? '' : told === null ? texts.settle.notHeld : hindranceOf(told, money);
  const go = (): void => {
    setAsked(true);
    if (reason.trim() === '') return;
    onClose();
    const reviews = [{ key: exceptionKey, cells: { Status: writtenOffStatus(reason) } }];
    sign((by) => void session.settle.write({ verdict: 'writtenOff', label: name, reviews, links: [], by }));
  };
  return (
    <FormDialog
      title={texts.settle.writeOffTitle(name)}
      go={texts.settle.writeOffGo}
      isReady={told !== null && hindrance === ''}
      onClose={onClose}
      onGo={go}
    >
      {hindrance !== '' ? (
        <p role="alert">{hindrance}</p>
      ) : (
        <>
          {told === null ? null : <p>{texts.settle.writeOffBody(money(told.amount))}</p>}
          <Field
            label={texts.settle.writeOffReason}
            validationMessage={isAsked && reason.trim() === '' ? texts.settle.writeOffNeedsReason : null}
          >
            <Input list="write-off-reasons" value={reason} onChange={(_, { value }) => setReason(value)} />
          </Field>
          <datalist id="write-off-reasons">
            {texts.settle.writeOffReasons.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )}
    </FormDialog>
  );
}

function hindranceOf({ amount, most, isSingle }: WriteOffTold, money: (minor: number) => string): string {
  if (Math.abs(amount) > most) return texts.settle.writeOffTooLarge(money(amount), money(most));
  return isSingle ? '' : texts.settle.writeOffPair;
}
