/** Matches in a list, one open at a time. */

import { Accordion, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewMatch } from '../../../report/plan';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { MatchItem } from './MatchItem';

const PAGE = 10;
/** No decision has this turn. */
const NEVER = -1;

const useStyles = makeStyles({
  accordion: { alignSelf: 'stretch', marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

export interface MatchListProps {
  readonly matches: readonly ReviewMatch[];
  /** How many more the Matches sheet has. */
  readonly beyond: number;
  readonly isFirstOpen: boolean;
}

export function MatchList({ matches, beyond, isFirstOpen }: MatchListProps) {
  const styles = useStyles();
  const { state, format } = usePane();
  const { at, turn } = state.reviewing;
  const [pages, setPages] = useState(1);
  const [opened, setOpened] = useState({ turn: NEVER, key: isFirstOpen ? (matches[0]?.key ?? '') : '' });
  const asked = matches.findIndex(({ key }) => key === at);
  // What a person opened holds until a decision leads on to another of this list.
  if (opened.turn !== turn) setOpened({ turn, key: asked < 0 || at === null ? opened.key : at });
  const open = opened.key;
  const shown = Math.max(pages * PAGE, asked + 1);
  const rest = matches.length - shown;
  const nextBeyond = (keys: readonly string[]): string | null => {
    const decided = new Set(keys);
    const from = matches.findIndex(({ key }) => decided.has(key));
    const left = [...matches.slice(from), ...matches.slice(0, from)].filter(({ key }) => !decided.has(key));
    return left[0]?.key ?? null;
  };
  return (
    <>
      <Accordion
        collapsible
        className={styles.accordion}
        openItems={[open]}
        onToggle={(_, { value }) => setOpened({ turn, key: value === open ? '' : String(value) })}
      >
        {matches.slice(0, shown).map((match) => (
          <MatchItem key={match.key} match={match} next={nextBeyond([match.key])} nextBeyond={nextBeyond} />
        ))}
      </Accordion>
      {rest > 0 ? (
        <Button size="small" onClick={() => setPages((now) => now + 1)}>
          {texts.review.showMore(format.count(Math.min(rest, PAGE)))}
        </Button>
      ) : beyond > 0 ? (
        <Caption1>{texts.review.more(format.count(beyond))}</Caption1>
      ) : null}
    </>
  );
}
