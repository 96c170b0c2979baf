/** How a document is spread over its links, by hand: no part above what is open on either side. */

import { Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { minorDigits, toMajor } from '../../../domain/money';
import type { AllocationTold } from '../../../report/settle/lookUp';
import { wordsOf } from '../../../settings/reviewWords';
import { checkAllocation } from '../../allocating';
import type { CheckedAllocation } from '../../allocating';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { FormDialog } from '../FormDialog';
import { useSigning } from './Signing';
import { typedAmount } from './typedAmount';
import { useLookUp } from './useLookUp';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  plain: { margin: 0 },
});

export function AllocationDialog({ matchKey, onClose }: { readonly matchKey: string; readonly onClose: () => void }) {
  const found = useLookUp({ kind: 'allocation', matchKey });
  if (found === undefined) return null;
  if (found?.kind === 'allocation') return <Spread told={found} onClose={onClose} />;
  return (
    <FormDialog title={texts.settle.allocate} go={texts.settle.allocateGo} isReady={false} onClose={onClose} onGo={onClose}>
      <p role="alert">{texts.settle.notHeld}</p>
    </FormDialog>
  );
}

function Spread({ told, onClose }: { readonly told: AllocationTold; readonly onClose: () => void }) {
  const styles = useStyles();
  const { session, format } = usePane();
  const { sign } = useSigning();
  const { currency, right, links, whole } = told;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const shown = ({ key, carried }: AllocationTold['links'][number]): string => typed[key] ?? format.amount(carried, currency);
  const checked = checkAllocation(
    told,
    links.map((link) => typedAmount(shown(link), currency, format)),
  );
  const money = (minor: number): string => format.amountIn(minor, currency);
  const write = (): void => {
    onClose();
    const decided = links.map(({ key }, at) => ({ matchKey: key, typed: decisionOf(checked.amounts[at] ?? 0, currency) }));
    sign((by) => void session.settle.write({ verdict: 'allocated', label: right.name, reviews: [], links: decided, by }));
  };
  return (
    <FormDialog
      title={texts.settle.allocateTitle(right.name)}
      go={texts.settle.allocateGo}
      isReady={checked.isRight}
      className={styles.body}
      onClose={onClose}
      onGo={write}
    >
      <p className={styles.plain}>{texts.settle.whole(money(whole))}</p>
      {links.map((link, at) => (
        <Field
          key={link.key}
          label={texts.settle.amountFor(texts.engine(link.left.what), link.left.name)}
          hint={link.most === null ? null : texts.settle.openOf(money(link.most))}
          validationMessage={faultWords(checked.faults[at] ?? null, link, money)}
        >
          <Input
            value={shown(link)}
            inputMode="decimal"
            autoComplete="off"
            onChange={(_, { value }) => setTyped((before) => ({ ...before, [link.key]: value }))}
          />
        </Field>
      ))}
      {checked.over > 0 ? (
        <Caption1 role="alert">{texts.settle.tooMuchRight(right.name, money(checked.over))}</Caption1>
      ) : (
        <Caption1 role="status">{texts.settle.rest(money(checked.rest))}</Caption1>
      )}
    </FormDialog>
  );
}

/** What a person would type under Decision; a link that carries nothing is refused. */
function decisionOf(minor: number, currency: string): string {
  if (minor === 0) return 'refused';
  const amount = toMajor(minor, currency).toFixed(minorDigits(currency));
  return wordsOf({ decision: 'confirmed', amount, currency });
}

function faultWords(
  fault: CheckedAllocation['faults'][number],
  { left, most }: AllocationTold['links'][number],
  money: (minor: number) => string,
): string | null {
  switch (fault) {
    case null:
      return null;
    case 'no amount':
      return texts.settle.notAnAmount;
    case 'direction':
      return texts.settle.wrongSign(left.name);
    case 'too much':
      return texts.settle.tooMuchLeft(left.name, money(most ?? 0));
  }
}
