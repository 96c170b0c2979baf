/** Shown instead of the pane where Excel is missing or too old. */

import {
  FluentProvider,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { Surroundings } from '../ports';

export interface NoOfficeProps {
  readonly surroundings: Surroundings;
  readonly trouble: { readonly what: string; readonly next: string };
}

export function NoOffice({ surroundings, trouble }: NoOfficeProps) {
  return (
    <FluentProvider theme={surroundings.theme() === 'dark' ? webDarkTheme : webLightTheme} dir={surroundings.direction}>
      <main role="alert">
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{trouble.what}</MessageBarTitle> {trouble.next}
          </MessageBarBody>
        </MessageBar>
      </main>
    </FluentProvider>
  );
}
