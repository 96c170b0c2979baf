/** Which run the figures are of, and whether the sources are still as they were. */

import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { changedSources, isOutdated } from '../lastResult';
import { usePane } from '../paneContext';
import type { PaneState } from '../paneState';
import { texts } from '../texts';

export function SinceRun() {
  const { state, format } = usePane();
  const { result } = state;
  if (result === null || (result.earlier === null && !isOutdated(state))) return null;
  const ranOn = result.earlier?.ranOn ?? null;
  const ran =
    result.earlier === null ? [] : [ranOn === null ? texts.results.ranBefore : texts.results.ranOn(format.dates(ranOn))];
  return (
    <MessageBar intent={isOutdated(state) ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>{[...ran, sources(state)].join(' ')}</MessageBarBody>
    </MessageBar>
  );
}

function sources(state: PaneState): string {
  if (state.isStale) return texts.results.changedMeanwhile;
  const changed = changedSources(state);
  if (changed === null) return state.work?.kind === 'sheets' ? texts.results.comparing : texts.results.notCompared;
  return changed.length === 0 ? texts.results.unchanged : texts.results.changed(changed);
}
