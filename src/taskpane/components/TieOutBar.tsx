/** Whether every check of the run holds; where one does not, which, and the way to it. */

import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { RunResult } from '../runResult';
import { texts } from '../texts';
import { PlaceLink } from './PlaceLink';

export function TieOutBar({ result }: { readonly result: RunResult }) {
  const { tieOut, identitiesHold } = result.digest;
  const untied = [...new Set(tieOut.filter(({ ties }) => !ties).map(({ source }) => source))];
  const summary = result.places['Summary'];
  if (identitiesHold && untied.length === 0)
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{texts.results.ties}</MessageBarBody>
      </MessageBar>
    );
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.results.doesNotTie}</MessageBarTitle>{' '}
        {untied.length === 0 ? texts.results.identityBroken : texts.results.untied(untied)}{' '}
        {summary === undefined ? null : <PlaceLink place={summary}>{texts.results.openTieOut}</PlaceLink>}
      </MessageBarBody>
    </MessageBar>
  );
}
