/** The `Office` that an add-in finds: what Office itself gives beside the workbook, laid over office.js's own object. */

import { isSupported, type RequirementSets } from './session';

/** All that the shim needs to know of the host; plain data, so that it can cross to an iframe. */
export interface OfficeDescription {
  readonly host: 'Excel';
  readonly platform: 'PC' | 'OfficeOnline' | 'Mac' | 'iOS' | 'Android' | 'Universal';
  readonly version: string;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  readonly partitionKey: string;
  readonly isDarkTheme: boolean;
  readonly sets: RequirementSets;
}

export interface OfficeInfo {
  readonly host: string;
  readonly platform: string;
}

/** What the shim says until the page has told it of its host; `onReady` waits for that. */
export const UNKNOWN_OFFICE: OfficeDescription = {
  host: 'Excel',
  platform: 'OfficeOnline',
  version: '16.0.0.0',
  displayLanguage: 'en-US',
  contentLanguage: 'en-US',
  partitionKey: '',
  isDarkTheme: false,
  sets: {},
};

const LIGHT = {
  bodyBackgroundColor: '#FFFFFF',
  bodyForegroundColor: '#242424',
  controlBackgroundColor: '#F5F5F5',
  controlForegroundColor: '#242424',
};
const DARK = {
  bodyBackgroundColor: '#1F1F1F',
  bodyForegroundColor: '#FFFFFF',
  controlBackgroundColor: '#292929',
  controlForegroundColor: '#FFFFFF',
};

type OpenDialog = (address: string) => void;

const contextOf = (description: OfficeDescription, openDialog: OpenDialog) => ({
  ui: { displayDialogAsync: openDialog },
  host: description.host,
  platform: description.platform,
  displayLanguage: description.displayLanguage,
  contentLanguage: description.contentLanguage,
  partitionKey: description.partitionKey,
  officeTheme: { ...(description.isDarkTheme ? DARK : LIGHT), isDarkTheme: description.isDarkTheme },
  diagnostics: { host: description.host, platform: description.platform, version: description.version },
  touchEnabled: false,
  requirements: { isSetSupported: (name: string, version?: string | number) => isSupported(description.sets, name, version) },
});

const HOST_TYPES = {
  Word: 'Word',
  Excel: 'Excel',
  PowerPoint: 'PowerPoint',
  Outlook: 'Outlook',
  OneNote: 'OneNote',
  Project: 'Project',
  Access: 'Access',
};
const PLATFORM_TYPES = {
  PC: 'PC',
  OfficeOnline: 'OfficeOnline',
  Mac: 'Mac',
  iOS: 'iOS',
  Android: 'Android',
  Universal: 'Universal',
};

type Command = (event: { completed(): void }) => unknown;

export interface OfficeShim {
  readonly context: ReturnType<typeof contextOf>;
  onReady(callback?: (info: OfficeInfo) => unknown): Promise<OfficeInfo>;
  /** A command of the ribbon by its id, once the add-in has associated it. */
  command(id: string): Promise<Command>;
}

/**
 * Lays the shim over office.js's `Office`.
 * @param base the `Office` that office.js made; its own members stay reachable.
 * @param ready the description of a host that is not known yet; `onReady` waits for it.
 * @param openDialog shows a page of the add-in in a small window of its own.
 */
export const createOffice = (
  base: object,
  description: OfficeDescription,
  ready?: Promise<OfficeDescription>,
  openDialog: OpenDialog = () => undefined,
): OfficeShim => {
  let known = description;
  const told = ready?.then((office) => {
    known = office;
  });
  const associated = new Map<string, Command>();
  const awaited = new Map<string, (() => void)[]>();
  const members = {
    onReady: async (callback?: (info: OfficeInfo) => unknown): Promise<OfficeInfo> => {
      await told;
      const info: OfficeInfo = { host: known.host, platform: known.platform };
      await callback?.(info);
      return info;
    },
    actions: {
      associate: (id: string, command: Command): void => {
        associated.set(id, command);
        for (const go of awaited.get(id) ?? []) go();
        awaited.delete(id);
      },
    },
    command: async (id: string): Promise<Command> => {
      if (!associated.has(id)) await new Promise<void>((go) => awaited.set(id, [...(awaited.get(id) ?? []), go]));
      return associated.get(id) ?? (() => undefined);
    },
    HostType: HOST_TYPES,
    PlatformType: PLATFORM_TYPES,
  };
  const descriptors: PropertyDescriptorMap = Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, { value, enumerable: true, writable: true, configurable: true }]),
  );
  // office.js asks for the context while a request is made, so it must tell what is known by then.
  const context = { get: () => contextOf(known, openDialog), enumerable: true, configurable: true };
  return Object.create(base, { ...descriptors, context }) as OfficeShim;
};
