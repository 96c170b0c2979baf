/** Which run the figures are of, and whether the sources are still as they were. */

import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import type { PaneState } from '../paneState';
import { texts } from '../texts';

export function SinceRun() {
  const { state, format } = usePane();
  const { result } = state;
  if (result === null || (result.since === null && !state.isStale)) return null;
  const ranOn = result.since?.ranOn ?? null;
  const ran = result.since === null ? [] : [ranOn === null ? texts.results.ranBefore : texts.results.ranOn(format.dates(ranOn))];
  return (
    <MessageBar intent={hasChanged(state) ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>{[...ran, sources(state)].join(' ')}</MessageBarBody>
    </MessageBar>
  );
}

function hasChanged({ result, isStale }: PaneState): boolean {
  return isStale || (result?.since?.changed ?? []).length > 0;
}

function sources({ result, isStale, work }: PaneState): string {
  if (isStale) return texts.results.changedMeanwhile;
  const changed = result?.since?.changed ?? null;
  if (changed === null) return work?.kind === 'sheets' ? texts.results.comparing : texts.results.notCompared;
  return changed.length === 0 ? texts.results.unchanged : texts.results.changed(changed);
}
