/** Another record, or another name of a customer, in the place of one end of a match: one of the likeliest, or one that a person looks for. */

import { Caption1, Field, makeStyles, Radio, RadioGroup, SearchBox, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Partner, PartnersTold } from '../../../report/settle/lookUp';
import type { ReviewMatch, ReviewSide } from '../../../report/plan';
import { amountWords } from '../../compareSides';
import type { Format } from '../../format';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { FormDialog } from '../FormDialog';
import { useSigning } from './Signing';
import { useLookUp } from './useLookUp';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  list: { maxHeight: '240px', overflowY: 'auto' },
  plain: { margin: 0 },
  search: { maxWidth: '100%' },
});

interface RelinkDialogProps {
  readonly match: ReviewMatch;
  /** Whether the match is in the numbers: it is then refused. */
  readonly isLinked: boolean;
  readonly onClose: () => void;
}

export function RelinkDialog({ match, isLinked, onClose }: RelinkDialogProps) {
  const styles = useStyles();
  const { session, format } = usePane();
  const { sign } = useSigning();
  const [side, setSide] = useState<'left' | 'right'>('left');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const [isAsked, setAsked] = useState(false);
  const found = useLookUp({ kind: 'partners', matchKey: match.key, side, text });
  const told = found?.kind === 'partners' ? found : null;
  const partner = told?.partners.find(({ key }) => key === chosen);
  const link = (): void => {
    setAsked(true);
    if (partner === undefined) return;
    onClose();
    const refused = isLinked ? [{ matchKey: match.key, typed: 'refused' }] : [];
    const links = [...refused, { matchKey: partner.key, typed: 'confirmed' }];
    const label = texts.settle.relinkLabel(nameOf(match), partner.side.name);
    sign((by) => void session.settle.write({ verdict: 'relinked', label, reviews: [], links, by }));
  };
  return (
    <FormDialog
      title={texts.settle.relinkTitle}
      go={texts.settle.relinkGo}
      isReady={told !== null}
      className={styles.body}
      onClose={onClose}
      onGo={link}
    >
      <Field label={texts.settle.replace}>
        <Select
          value={side}
          onChange={(_, { value }) => {
            setSide(value === 'right' ? 'right' : 'left');
            setChosen('');
          }}
        >
          <option value="left">{endWords(match.left, match.isCustomer, format)}</option>
          <option value="right">{endWords(match.right, match.isCustomer, format)}</option>
        </Select>
      </Field>
      <Field label={match.isCustomer ? texts.settle.searchName : texts.settle.search}>
        <SearchBox className={styles.search} value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      {found === null ? <p role="alert">{texts.settle.notHeld}</p> : null}
      {told === null ? null : <Anchor told={told} />}
      {told === null ? null : told.partners.length === 0 ? (
        <p className={styles.plain}>{match.isCustomer ? texts.settle.noNames : texts.settle.noCandidates}</p>
      ) : (
        <Field
          label={texts.settle.candidates(format.count(told.partners.length), format.count(told.all))}
          validationMessage={isAsked && partner === undefined ? texts.settle.relinkChoose : null}
        >
          <RadioGroup className={styles.list} value={chosen} onChange={(_, { value }) => setChosen(value)}>
            {told.partners.map((one) => (
              <Radio key={one.key} value={one.key} label={<Candidate partner={one} currency={told.currency} />} />
            ))}
          </RadioGroup>
        </Field>
      )}
    </FormDialog>
  );
}

const nameOf = ({ left, right }: ReviewMatch): string => texts.review.versus(left.name, right.name);

function Anchor({ told: { anchor, open, currency } }: { readonly told: PartnersTold }) {
  const { format } = usePane();
  const words =
    open === null
      ? texts.settle.anchorName([anchor.name, ...documentWords(anchor, format)].join(' · '))
      : texts.settle.anchor(texts.engine(anchor.what), anchor.name, format.amountIn(open, currency));
  return <Caption1>{words}</Caption1>;
}

const endWords = (side: ReviewSide, isCustomer: boolean, format: Format): string =>
  isCustomer
    ? texts.settle.replaceName(side.name, documentCount(side, format))
    : texts.settle.replaceEnd(texts.engine(side.what), side.name);

const documentCount = ({ what, documents }: ReviewSide, format: Format): string =>
  texts.review.documents(what, documents, format.count(documents));

/** Of a customer's name: how many documents it has, and what they come to. */
const documentWords = (side: ReviewSide, format: Format): string[] => [
  documentCount(side, format),
  amountWords(side.amounts, format),
];

function Candidate({ partner: { side, open }, currency }: { readonly partner: Partner; readonly currency: string }) {
  const { format } = usePane();
  const facts = [
    side.party,
    format.dates(side.day),
    ...(side.documents > 0 ? documentWords(side, format) : [amountWords(side.amounts, format)]),
    open === null ? '' : texts.settle.openOf(format.amountIn(open, currency)),
  ];
  return (
    <span>
      {side.name}
      <br />
      <Caption1>{facts.filter((fact) => fact !== '').join(' · ')}</Caption1>
    </span>
  );
}
