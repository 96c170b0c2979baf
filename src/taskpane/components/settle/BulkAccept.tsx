/** All selected exceptions in sight accepted at once, after a look at how many they are and what they come to. */

import { Button, Field, Input, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import { parseIsoDay } from '../../../domain/day';
import { toMinor } from '../../../domain/money';
import { isToSettle } from '../../../settings/reviewWords';
import { usePane } from '../../paneContext';
import { isBusy } from '../../paneState';
import type { QueuedException } from '../../ports';
import { texts } from '../../texts';
import { FormDialog } from '../FormDialog';
import { acceptedAll } from './acceptedAll';
import { ExceptionSteps } from './ExceptionSteps';
import { onShortcut } from './onShortcut';
import { SettlePart } from './SettlePart';
import { useSigning } from './Signing';

export interface BulkAcceptProps {
  readonly keys: readonly string[];
  readonly currency: string;
}

export function BulkAccept({ keys, currency }: BulkAcceptProps) {
  const { session, state, format } = usePane();
  const restoreFocus = useRestoreFocusTarget();
  const [rows, setRows] = useState<readonly QueuedException[] | null>(null);
  const preview = async (): Promise<void> => {
    const asked = new Set(keys);
    const queue = await session.settle.queue();
    if (queue !== null) setRows(queue.filter(({ key, status }) => asked.has(key) && isToSettle(status)));
  };
  return (
    <SettlePart keys="" onKeyDown={onShortcut()}>
      <div>
        <Button {...restoreFocus} size="small" disabledFocusable={isBusy(state)} onClick={() => void preview()}>
          {texts.settle.bulk(format.count(keys.length))}
        </Button>
      </div>
      <ExceptionSteps />
      {rows === null ? null : <BulkDialog rows={rows} currency={currency} onClose={() => setRows(null)} />}
    </SettlePart>
  );
}

interface BulkDialogProps {
  readonly rows: readonly QueuedException[];
  readonly currency: string;
  readonly onClose: () => void;
}

function BulkDialog({ rows, currency, onClose }: BulkDialogProps) {
  const { session, format } = usePane();
  const { sign } = useSigning();
  const [comment, setComment] = useState('');
  const [until, setUntil] = useState('');
  const count = format.count(rows.length);
  const amounts = rows.map(({ amount }) => toMinor(amount, currency));
  const money = (of: readonly number[]): string =>
    format.amountIn(
      of.reduce((sum, amount) => sum + amount, 0),
      currency,
    );
  const accept = (): void => {
    onClose();
    const reviews = acceptedAll(rows, comment.trim(), parseIsoDay(until));
    const label = texts.settle.bulkLabel(rows.length, count);
    sign((by) => void session.settle.write({ verdict: 'accepted', label, reviews, links: [], by }));
  };
  return (
    <FormDialog
      title={texts.settle.bulkTitle(count)}
      go={texts.settle.bulkGo(count)}
      isReady={rows.length > 0}
      onClose={onClose}
      onGo={accept}
    >
      {rows.length === 0 ? (
        <p>{texts.settle.bulkNone}</p>
      ) : (
        <>
          <p>{texts.settle.bulkCounts(rows.length, count)}</p>
          <p>{texts.settle.bulkAmounts(money(amounts), money(amounts.map(Math.abs)))}</p>
          <Field label={texts.settle.comment}>
            <Input value={comment} autoComplete="off" onChange={(_, { value }) => setComment(value)} />
          </Field>
          <Field label={texts.settle.acceptUntil} hint={texts.settle.bulkUntil}>
            <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
          </Field>
          <p>{texts.settle.bulkUndo}</p>
        </>
      )}
    </FormDialog>
  );
}
