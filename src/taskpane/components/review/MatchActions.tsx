/** What a person can decide about a match. */

import { Button, Caption1, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewMatch } from '../../../report/plan';
import { usePane } from '../../paneContext';
import { isBusy } from '../../paneState';
import { alikeOf } from '../../reviewing';
import type { Verdict } from '../../reviewing';
import { texts } from '../../texts';
import { AlikeDialog } from './AlikeDialog';
import { useDecide } from './useDecide';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface MatchActionsProps {
  readonly match: ReviewMatch;
  /** The item that comes after this one. */
  readonly next: string | null;
  /** The item after all that are decided at once. */
  readonly nextBeyond: (keys: readonly string[]) => string | null;
}

export function MatchActions({ match, next, nextBeyond }: MatchActionsProps) {
  const styles = useStyles();
  const { session, state, format } = usePane();
  const decide = useDecide();
  const restoreFocus = useRestoreFocusTarget();
  const [isAsking, setAsking] = useState(false);
  const { key, left, right } = match;
  const label = texts.review.versus(left.name, right.name);
  const busy = isBusy(state);
  const settle = (verdict: Verdict, alias: { from: string; to: string } | null = null): void =>
    decide({ keys: [key], label, verdict, alias, next });
  if (match.state === 'confirmed' && !match.isDecided) return <Caption1>{texts.review.byAlias}</Caption1>;
  if (match.state === 'confirmed' || match.state === 'refused' || match.state === 'not linked')
    return match.isDecided ? (
      <div className={styles.buttons} role="group" aria-label={texts.review.deciding(label)}>
        <Button disabledFocusable={busy} onClick={() => settle('withdrawn')}>
          {texts.review.withdraw}
        </Button>
      </div>
    ) : null;
  const alike = state.result === null ? null : alikeOf(match, state.result.review.alike, state.reviewing);
  const isAliasable = match.isCustomer && fold(left.name) !== fold(right.name);
  return (
    <div className={styles.root}>
      <div className={styles.buttons} role="group" aria-label={texts.review.deciding(label)}>
        <Button appearance="primary" aria-keyshortcuts="C" disabledFocusable={busy} onClick={() => settle('confirmed')}>
          {texts.review.confirm}
        </Button>
        <Button aria-keyshortcuts="X" disabledFocusable={busy} onClick={() => settle('refused')}>
          {texts.review.refuse}
        </Button>
        {isAliasable ? (
          <Button disabledFocusable={busy} onClick={() => settle('alias', { from: right.name, to: left.name })}>
            {texts.review.alias}
          </Button>
        ) : null}
        {alike === null ? null : (
          <Button {...restoreFocus} aria-keyshortcuts="L" disabledFocusable={busy} onClick={() => setAsking(true)}>
            {texts.review.alike(format.count(alike.keys.length))}
          </Button>
        )}
        {match.state === 'suggested' && next !== null ? (
          <Button aria-keyshortcuts="S" onClick={() => session.settle.skip(key, next)}>
            {texts.settle.skip}
          </Button>
        ) : null}
      </div>
      {isAliasable ? <Caption1 className={styles.quiet}>{texts.review.aliasHint(right.name, left.name)}</Caption1> : null}
      {alike === null ? null : (
        <AlikeDialog
          alike={alike}
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            decide({
              keys: alike.keys,
              label: texts.review.alikeLabel(format.count(alike.keys.length)),
              verdict: 'confirmed',
              alias: null,
              next: nextBeyond(alike.keys),
            })
          }
        />
      )}
    </div>
  );
}

const fold = (name: string): string => name.trim().toLowerCase();
