/** Shown instead of the pane where Excel is missing or too old. */

import {
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import type { Surroundings } from '../ports';
import { texts } from '../texts';
import { useTheme } from '../useTheme';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  title: { margin: 0 },
});

export interface NoOfficeProps {
  readonly surroundings: Surroundings;
  readonly trouble: { readonly what: string; readonly next: string };
}

export function NoOffice({ surroundings, trouble }: NoOfficeProps) {
  const theme = useTheme(surroundings);
  return (
    <FluentProvider theme={theme} dir={surroundings.direction}>
      <Told trouble={trouble} />
    </FluentProvider>
  );
}

/** Within the provider, whose direction its styles take. */
function Told({ trouble }: Pick<NoOfficeProps, 'trouble'>) {
  const styles = useStyles();
  return (
    <main className={styles.root}>
      <Subtitle2 as="h1" className={styles.title}>
        {texts.title}
      </Subtitle2>
      <div role="alert">
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{trouble.what}</MessageBarTitle> {trouble.next}
          </MessageBarBody>
        </MessageBar>
      </div>
    </main>
  );
}
