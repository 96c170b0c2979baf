/** Excel keeps Tieout waiting. The live region speaks it. */

import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { texts } from '../texts';

export function WaitBar() {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{texts.keptWaiting}</MessageBarBody>
    </MessageBar>
  );
}
