/** The settings file of the command line, checked whole: what it does not fit is named, never passed over. */

import { acceptSetting, describeAllowed, SETTINGS } from '../src/settings/definitions';
import type { Definitions, SettingKey } from '../src/settings/definitions';
import { settingsFileSchema } from '../src/settings/settingsFile';
import type { SettingsFile } from '../src/settings/settingsFile';
import { BadRequest } from './commandLine';

export const NO_SETTINGS: SettingsFile = settingsFileSchema.parse({ version: 1 });

/** @throws BadRequest that names every member that does not fit. */
export function parseSettings(file: string, bytes: Uint8Array): SettingsFile {
  const parsed = settingsFileSchema.safeParse(jsonOf(file, bytes));
  const issues = parsed.success
    ? refusedDefinitions(parsed.data.definitions)
    : parsed.error.issues.map(({ path: at, message }) => `${at.map(String).join('.') || 'the file'}: ${message}`);
  if (parsed.success && issues.length === 0) return parsed.data;
  throw new BadRequest(
    `The settings in ${file} do not fit. Correct and run again:\n${issues.map((issue) => `  ${issue}`).join('\n')}`,
  );
}

function jsonOf(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(bytes));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadRequest(`The settings in ${file} are not JSON: ${why}. Correct the file and run again.`);
  }
}

function refusedDefinitions(definitions: Definitions): string[] {
  return (Object.entries(definitions) as [SettingKey, string | number][])
    .filter(([key, value]) => acceptSetting(key, value) === null)
    .map(([key, value]) => `definitions.${key}: “${String(value)}” is not allowed; give ${describeAllowed(SETTINGS[key].kind)}`);
}
