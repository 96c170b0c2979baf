/** Something to know that is no trouble. The live region speaks it. */

import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { usePane } from '../paneContext';
import type { Notice } from '../paneState';
import { focusStepHeading } from '../stepFocus';
import { texts } from '../texts';
import { useSight } from '../useSight';

export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const { session } = usePane();
  const dismiss = (): void => {
    session.dismiss();
    focusStepHeading();
  };
  const sight = useSight(notice);
  return (
    <div ref={sight}>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{texts.notice(notice)}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button appearance="transparent" aria-label={texts.dismiss} icon={<DismissRegular />} onClick={dismiss} />
          }
        />
      </MessageBar>
    </div>
  );
}
