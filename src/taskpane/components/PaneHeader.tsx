/** The title, a sign of short work, and what is rarely needed. */

import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  Subtitle2,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { Lightbulb20Regular, MoreHorizontal20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { usePane } from '../paneContext';
import { isBusy, isLong } from '../paneState';
import { texts } from '../texts';
import { RemoveDialog } from './RemoveDialog';

// Rarely asked for: the pane opens without it.
const StoredDialog = lazy(async () => ({ default: (await import(/* webpackChunkName: 'results' */ './afterRun')).StoredDialog }));

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalM}`,
  },
  title: { flexGrow: 1 },
  menu: { boxSizing: 'border-box', maxWidth: '100vw', minWidth: 0 },
});

export function PaneHeader({ onWelcome }: { readonly onWelcome: () => void }) {
  const styles = useStyles();
  const { state, session, task } = usePane();
  const [isRemoving, setRemoving] = useState(task === 'remove');
  const [stored, setStored] = useState<'never asked' | 'open' | 'closed'>('never asked');
  const restoreFocus = useRestoreFocusTarget();
  const busy = isBusy(state);
  return (
    <header className={styles.root}>
      <Subtitle2 as="h1" className={styles.title} style={{ margin: 0 }}>
        {texts.title}
      </Subtitle2>
      {state.work !== null && !isLong(state) ? <Spinner size="extra-tiny" aria-label={texts.working[state.work.kind]} /> : null}
      <Button
        appearance="subtle"
        aria-label={texts.explain.open}
        title={texts.explain.open}
        icon={<Lightbulb20Regular />}
        onClick={() => session.explain.open()}
      />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button {...restoreFocus} appearance="subtle" aria-label={texts.more} icon={<MoreHorizontal20Regular />} />
        </MenuTrigger>
        <MenuPopover className={styles.menu}>
          <MenuList>
            <MenuItem disabled={busy} onClick={() => void session.readAgain()}>
              {texts.sources.readAgain}
            </MenuItem>
            <MenuItem disabled={busy} onClick={() => setRemoving(true)}>
              {texts.results.remove}…
            </MenuItem>
            <MenuItem disabled={busy} onClick={() => setStored('open')}>
              {texts.stored.open}…
            </MenuItem>
            <MenuItem onClick={onWelcome}>{texts.welcome.again}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <RemoveDialog isOpen={isRemoving} onClose={() => setRemoving(false)} />
      {stored === 'never asked' ? null : (
        <Suspense fallback={null}>
          <StoredDialog isOpen={stored === 'open'} onClose={() => setStored('closed')} />
        </Suspense>
      )}
    </header>
  );
}
