/** Excel does not answer: why that may be, and the way out. It stands above what waits, which takes no clicks. */

import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { texts } from '../texts';

export function SilenceBar() {
  const { session } = usePane();
  return (
    <div role="alert">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{texts.silence.what}</MessageBarTitle> {texts.silence.next}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={session.stopWaiting}>{texts.silence.stop}</Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
