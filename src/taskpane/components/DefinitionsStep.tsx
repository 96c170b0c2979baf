/** Second step: what the four measures mean here, and every setting with its reason. */

import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { SETTINGS } from '../../settings/definitions';
import type { SettingKey } from '../../settings/definitions';
import { usePane } from '../paneContext';
import { texts } from '../texts';
import { isByDefault, shownValue } from '../settingValue';
import { MeasureWords } from './MeasureWords';
import { SettingField } from './SettingField';
import { SetUpOffer } from './SetUpOffer';
import { StepHeading } from './StepHeading';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  lead: { margin: 0 },
  accordion: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  header: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    minWidth: 0,
    paddingBlock: tokens.spacingVerticalXS,
  },
  values: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalM },
});

const isKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);

type Section = (typeof SETTINGS)[SettingKey]['section'];

/** "Lag: Normal invoicing lag" */
const fullName = (key: SettingKey): string =>
  `${texts.definitions.section(SETTINGS[key].section)}: ${texts.definitions.name(key)}`;

/** Settings by section, in the order of the Definitions sheet. */
const SECTIONS: ReadonlyMap<Section, readonly SettingKey[]> = Object.keys(SETTINGS)
  .filter(isKey)
  .reduce((sections, key) => {
    const { section } = SETTINGS[key];
    return sections.set(section, [...(sections.get(section) ?? []), key]);
  }, new Map<Section, SettingKey[]>());

export function DefinitionsStep() {
  const styles = useStyles();
  const { state, format } = usePane();
  const used = new Map(state.settings.map((setting) => [setting.key, setting]));
  const shown = (key: SettingKey): string => {
    const value = used.get(key)?.used ?? '';
    return value === '' ? texts.definitions.none : shownValue(SETTINGS[key].kind, value, format);
  };
  /** What is not by default, one by one; the rest is counted. */
  const summary = (keys: readonly SettingKey[]): string => {
    const own = keys.filter((key) => !isByDefault(key, used.get(key)));
    const rest = keys.length - own.length;
    const told = own.map((key) => `${texts.definitions.name(key)}: ${shown(key)}`);
    const byDefault = texts.definitions.byDefault(rest, keys.length, format.count(rest));
    return [...told, ...(rest === 0 ? [] : [byDefault])].join(' · ');
  };
  return (
    <div className={styles.root}>
      <StepHeading>{texts.definitions.heading}</StepHeading>
      {(state.kept?.refusedSettings ?? []).map(({ key, setting, typed }) => (
        <MessageBar key={key ?? setting} intent="warning" layout="multiline">
          <MessageBarBody>{texts.definitions.refused(key === null ? setting : fullName(key), typed)}</MessageBarBody>
        </MessageBar>
      ))}
      <Body1 as="p" className={styles.lead}>
        {texts.definitions.lead}
      </Body1>
      <SetUpOffer />
      <MeasureWords />
      {state.settings.length === 0 ? null : (
        <Accordion collapsible multiple className={styles.accordion}>
          {[...SECTIONS].map(([section, keys]) => (
            <AccordionItem key={section} value={section}>
              <AccordionHeader>
                <span className={styles.header}>
                  <Text weight="semibold">{texts.definitions.section(section)}</Text>
                  <Caption1 className={styles.values}>{summary(keys)}</Caption1>
                </span>
              </AccordionHeader>
              <AccordionPanel>
                <div className={styles.fields}>
                  {keys.map((key) => {
                    const setting = used.get(key);
                    return setting === undefined ? null : <SettingField key={key} settingKey={key} used={setting} />;
                  })}
                </div>
              </AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
      )}
    </div>
  );
}
