/** One setting: its value, why it is so, and a way back once changed. What is typed is checked before it counts. */

import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SettingUsed } from '../../domain/reconciliation';
import { acceptSetting, SETTINGS } from '../../settings/definitions';
import type { SettingKey, SettingKind } from '../../settings/definitions';
import { usePane } from '../paneContext';
import { texts } from '../texts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: tokens.spacingVerticalXXS },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  reset: { alignSelf: 'flex-start' },
});

export interface SettingFieldProps {
  readonly settingKey: SettingKey;
  readonly used: SettingUsed;
}

export function SettingField({ settingKey, used }: SettingFieldProps) {
  const styles = useStyles();
  const { state, session, format } = usePane();
  const [draft, setDraft] = useState<string | null>(null);
  const kind: SettingKind = SETTINGS[settingKey].kind;
  const typed = state.typed[settingKey];
  const value = String(typed ?? used.value);
  const isRefused = draft !== null && acceptSetting(settingKey, draft) === null;

  const commit = (text: string): void => {
    const accepted = acceptSetting(settingKey, text);
    if (accepted === null) return;
    setDraft(null);
    if (String(accepted) !== value) void session.changeSetting(settingKey, accepted);
  };
  const resolved =
    used.value === used.used ? '' : ` (${texts.definitions.usedNow(texts.definitions.choice(format.dates(String(used.used))))})`;
  const why = `${format.dates(texts.engine(used.why))}${resolved}`;
  const about = texts.definitions.about[settingKey];

  return (
    <div className={styles.root}>
      <Field
        className={styles.field}
        label={texts.definitions.name(settingKey)}
        hint={
          about === undefined ? (
            why
          ) : (
            <>
              {about}
              <br />
              {why}
            </>
          )
        }
        validationState={isRefused ? 'error' : 'none'}
        validationMessage={isRefused ? texts.definitions.allowed(texts.definitions.describeAllowed(kind)) : null}
      >
        {kind.type === 'choice' ? (
          <Select value={value} onChange={(_, { value: chosen }) => commit(chosen)}>
            {kind.choices.map((choice) => (
              <option key={choice} value={choice}>
                {texts.definitions.choice(choice)}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            value={draft ?? value}
            placeholder={texts.definitions.describeAllowed(kind)}
            onChange={(_, { value: text }) => setDraft(text)}
            onBlur={() => {
              if (draft !== null) commit(draft);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && draft !== null) commit(draft);
              if (event.key === 'Escape') setDraft(null);
            }}
          />
        )}
      </Field>
      {typed === undefined ? null : (
        <Button
          appearance="transparent"
          size="small"
          className={styles.reset}
          onClick={() => {
            setDraft(null);
            void session.changeSetting(settingKey, null);
          }}
        >
          {texts.definitions.useDefault}
        </Button>
      )}
    </div>
  );
}
