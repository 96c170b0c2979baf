/** What went wrong, what to do next, and where. */

import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { usePane } from '../paneContext';
import type { Trouble } from '../ports';
import { focusStepHeading } from '../stepFocus';
import { texts } from '../texts';
import { useSight } from '../useSight';
import { PlaceLink } from './PlaceLink';

export function TroubleBar({ trouble }: { readonly trouble: Trouble }) {
  const { session } = usePane();
  const dismiss = (): void => {
    session.dismiss();
    focusStepHeading();
  };
  const sight = useSight(trouble);
  return (
    <div role="alert" ref={sight}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{texts.engine(trouble.what)}</MessageBarTitle> {texts.engine(trouble.next)}
          {trouble.where === null ? null : (
            <>
              {' '}
              <PlaceLink place={trouble.where}>{texts.showCell(trouble.where)}</PlaceLink>
            </>
          )}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button appearance="transparent" aria-label={texts.dismiss} icon={<DismissRegular />} onClick={dismiss} />
          }
        />
      </MessageBar>
    </div>
  );
}
