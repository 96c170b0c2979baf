/** Definitions that the user chose in earlier workbooks, offered to one that has none of its own. */

import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { SETTINGS } from '../../settings/definitions';
import type { SettingKey } from '../../settings/definitions';
import { usePane } from '../paneContext';
import { isBusy } from '../paneState';
import type { PaneState } from '../paneState';
import { shownValue } from '../settingValue';
import { texts } from '../texts';

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingInlineStart: '18px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const isKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);

/** Those that would change something here. */
function offered({ kept, settings }: PaneState, chosen: Readonly<Partial<Record<string, string | number>>>) {
  if (kept === null || Object.keys(kept.definitions).length > 0) return [];
  return settings.flatMap(({ key, value }) => {
    const before = chosen[key];
    return isKey(key) && before !== undefined && String(before) !== String(value) ? [{ key, value: before }] : [];
  });
}

export function SetUpOffer() {
  const styles = useStyles();
  const { state, session, format } = usePane();
  const settings = offered(state, session.setUps.definitions());
  if (settings.length === 0) return null;
  const use = (): void => void session.useDefinitions(Object.fromEntries(settings.map(({ key, value }) => [key, value])));
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.definitions.earlier}</MessageBarTitle>
        <ul className={styles.list}>
          {settings.map(({ key, value }) => (
            <li key={key}>{`${texts.definitions.name(key)}: ${shownValue(SETTINGS[key].kind, value, format)}`}</li>
          ))}
        </ul>
        <div className={styles.actions}>
          <Button size="small" disabledFocusable={isBusy(state)} onClick={use}>
            {texts.definitions.useEarlier}
          </Button>
          <Button size="small" disabledFocusable={isBusy(state)} onClick={() => void session.forgetDefinitions()}>
            {texts.definitions.forgetEarlier}
          </Button>
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
