/** Records that several others fit equally well: a person takes one of them, or none. */

import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Caption1,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewChoice, ReviewSide } from '../../../report/plan';
import { amountWords } from '../../compareSides';
import { usePane } from '../../paneContext';
import { isBusy } from '../../paneState';
import { texts } from '../../texts';
import { useDecide } from './useDecide';
import { SourceLink } from './SidesTable';
import { useAskedFocus } from './useAskedFocus';

const useStyles = makeStyles({
  accordion: { alignSelf: 'stretch', marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  head: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    overflowWrap: 'anywhere',
    paddingBlock: tokens.spacingVerticalXS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalM },
  list: {
    display: 'flex',
    flexDirection: 'column',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    rowGap: tokens.spacingVerticalS,
  },
  card: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    padding: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  none: { alignSelf: 'flex-start' },
  facts: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
});

const namesOf = (sides: readonly ReviewSide[]): string => texts.review.together(sides.map(({ name }) => name));

export function ChoiceList({ choices }: { readonly choices: readonly ReviewChoice[] }) {
  const styles = useStyles();
  const { at, turn } = usePane().state.reviewing;
  const [opened, setOpened] = useState({ turn: -1, anchor: '' });
  const asked = choices.find((choice) => at !== null && keysOf(choice).includes(at));
  if (opened.turn !== turn) setOpened({ turn, anchor: asked === undefined ? opened.anchor : nameOf(asked) });
  const open = opened.anchor;
  return (
    <Accordion
      collapsible
      className={styles.accordion}
      openItems={[open]}
      onToggle={(_, { value }) => setOpened({ turn, anchor: value === open ? '' : String(value) })}
    >
      {choices.map((choice, index) => {
        const after = choices[index + 1] ?? choices[index - 1];
        const next = after === undefined ? null : (keysOf(after)[0] ?? null);
        return <ChoiceItem key={nameOf(choice)} choice={choice} next={next} />;
      })}
    </Accordion>
  );
}

const keysOf = ({ candidates }: ReviewChoice): string[] => candidates.flatMap(({ keys }) => keys);

const nameOf = ({ kind, anchor }: ReviewChoice): string => `${kind} ${anchor}`;

/** Documents may have one number; no two stand in one cell. */
const sideKey = ({ name, source }: ReviewSide): string => `${name} ${source?.sheet ?? ''}!${source?.address ?? ''}`;

function ChoiceItem({ choice, next }: { readonly choice: ReviewChoice; readonly next: string | null }) {
  const styles = useStyles();
  const { state, format } = usePane();
  const decide = useDecide();
  const id = `choice ${nameOf(choice)}`;
  useAskedFocus(keysOf(choice), id);
  const { side, candidates, kind, why } = choice;
  const busy = isBusy(state);
  return (
    <AccordionItem value={nameOf(choice)}>
      <AccordionHeader size="small" button={{ id }}>
        <span className={styles.head}>
          <Text weight="semibold">
            {choice.state === 'stopped'
              ? texts.review.stoppedAt(side.name)
              : texts.review.fits(side.name, candidates.length, format.count(candidates.length))}
          </Text>
          <Caption1 className={styles.quiet}>
            {[texts.engine(kind), side.party].filter((part) => part !== '').join(' · ')}
          </Caption1>
        </span>
      </AccordionHeader>
      <AccordionPanel>
        <div className={styles.body}>
          <SideFacts side={side} />
          {why === '' ? null : <Caption1>{texts.review.why(texts.engine(why))}</Caption1>}
          <ol className={styles.list}>
            {candidates.map(({ keys, sides }, at) => (
              <li key={keys.join(' ')} className={styles.card}>
                <Caption1 className={styles.quiet}>{texts.review.candidate(at + 1, candidates.length)}</Caption1>
                {sides.map((one) => (
                  <SideFacts key={sideKey(one)} side={one} />
                ))}
                <Button
                  size="small"
                  disabledFocusable={busy}
                  aria-label={texts.review.takeFor(namesOf(sides), side.name)}
                  onClick={() =>
                    decide({
                      keys,
                      label: texts.review.versus(namesOf(sides), side.name),
                      verdict: 'confirmed',
                      alias: null,
                      next,
                    })
                  }
                >
                  {texts.review.take}
                </Button>
              </li>
            ))}
          </ol>
          <Button
            size="small"
            className={styles.none}
            disabledFocusable={busy}
            aria-label={texts.review.noneOfFor(side.name)}
            onClick={() =>
              decide({
                keys: [...new Set(keysOf(choice))],
                label: texts.review.noneOfFor(side.name),
                verdict: 'refused',
                alias: null,
                next,
              })
            }
          >
            {texts.review.noneOf}
          </Button>
        </div>
      </AccordionPanel>
    </AccordionItem>
  );
}

/** What tells one record from another, in three lines. */
function SideFacts({ side }: { readonly side: ReviewSide }) {
  const styles = useStyles();
  const { format } = usePane();
  const { what, name, party, day, amounts, text } = side;
  return (
    <div className={styles.facts}>
      <Text weight="semibold">
        {texts.engine(what)} {name}
      </Text>
      <Caption1>{[party, format.dates(day), amountWords(amounts, format)].filter((part) => part !== '').join(' · ')}</Caption1>
      {text === '' ? null : <Caption1 className={styles.quiet}>{text}</Caption1>}
      <Caption1>
        <SourceLink side={side} />
      </Caption1>
    </div>
  );
}
