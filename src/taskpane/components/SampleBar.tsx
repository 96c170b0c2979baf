/** Says that sample sheets are in the workbook, and takes them away. */

import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from '../paneContext';
import { isBusy } from '../paneState';
import { texts } from '../texts';
import { AskDialog } from './AskDialog';

export function SampleBar() {
  const { state, session } = usePane();
  const [isAsked, setAsked] = useState(false);
  const sample = state.kept?.sample ?? [];
  const remove = async (): Promise<void> => {
    await session.removeSample(false);
    const { notice } = session.getState();
    if (notice?.kind === 'sampleRemoved' && notice.changed.length > 0) setAsked(true);
  };
  if (sample.length === 0) return null;
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{texts.sample.note(sample)}</MessageBarBody>
        <MessageBarActions>
          <Button disabledFocusable={isBusy(state)} onClick={() => void remove()}>
            {texts.sample.remove}
          </Button>
        </MessageBarActions>
      </MessageBar>
      <AskDialog
        isOpen={isAsked}
        title={texts.sample.changedTitle}
        keep={texts.sample.keepChanged}
        go={texts.sample.removeChanged}
        onClose={() => setAsked(false)}
        onGo={() => void session.removeSample(true)}
      >
        {texts.sample.changedBody(sample)}
      </AskDialog>
    </>
  );
}
