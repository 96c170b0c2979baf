/** Says that sample sheets are in the workbook, and takes them away. */

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from '../paneContext';
import { isBusy } from '../paneState';
import { texts } from '../texts';

export function SampleBar() {
  const { state, session } = usePane();
  const [isAsked, setAsked] = useState(false);
  const sample = state.kept?.sample ?? [];
  const remove = async (): Promise<void> => {
    await session.removeSample(false);
    const { notice } = session.getState();
    if (notice?.kind === 'sampleRemoved' && notice.changed.length > 0) setAsked(true);
  };
  const removeChanged = (): void => {
    setAsked(false);
    void session.removeSample(true);
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
      <Dialog modalType="alert" open={isAsked} onOpenChange={(_, { open }) => setAsked(open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{texts.sample.changedTitle}</DialogTitle>
            <DialogContent>{texts.sample.changedBody(sample)}</DialogContent>
            <DialogActions>
              <Button onClick={() => setAsked(false)}>{texts.sample.keepChanged}</Button>
              <Button appearance="primary" onClick={removeChanged}>
                {texts.sample.removeChanged}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
