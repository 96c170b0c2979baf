/** Lists of values by key: settings of the workbook, custom properties of a sheet or of the document. */

import type { Workbook } from '../../workbook/model';
import { readText } from '../args';
import { refuse } from '../errors';
import { defineKind, reads, type Kind, type Node } from '../schema';
import type { Session } from '../session';

interface Values {
  has(key: string): boolean;
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  delete(key: string): void;
  keys(): readonly string[];
}

interface Entry {
  readonly values: Values;
  readonly key: string;
}

interface Names {
  readonly item: string;
  readonly collection: string;
  /** The type of a value, where the item tells it. */
  readonly typeOf?: (value: unknown) => string;
  /** Whether later requests address an item as `_Id`. */
  readonly hasId: boolean;
}

const MAX_KEY = 255;

const readKey = (value: unknown): string => {
  const key = readText(value);
  if (key === '' || key.length > MAX_KEY) throw refuse('InvalidArgument');
  return key;
};

const keyedKind = (names: Names, check: (value: unknown) => unknown): Kind<Values> => {
  const itemKind: Kind<Entry> = defineKind<Entry>(names.item, () => ({
    ...(names.hasId ? { identity: ({ key }: Entry) => ({ _Id: key }) } : {}),
    scalars: {
      Key: reads(({ key }) => key),
      Value: {
        get: ({ values, key }) => values.get(key),
        set: ({ values, key }, value) => values.set(key, check(value)),
      },
      ...(names.hasId ? { _Id: reads<Entry>(({ key }) => key) } : {}),
      ...(names.typeOf ? { Type: reads<Entry>(({ values, key }) => names.typeOf?.(values.get(key))) } : {}),
    },
    actions: { Delete: ({ values, key }) => values.delete(key) },
  }));
  const find = (values: Values, key: unknown): Node | null => {
    const wanted = readText(key).toLowerCase();
    const known = values.keys().find((each) => each.toLowerCase() === wanted);
    return known === undefined ? null : itemKind({ values, key: known });
  };
  return defineKind<Values>(names.collection, () => ({
    items: (values) => values.keys().map((key) => itemKind({ values, key })),
    item: find,
    objects: {
      Add: (values, args) => {
        const key = readKey(args.at(0));
        // Adding a key again replaces its value.
        const known = values.keys().find((each) => each.toLowerCase() === key.toLowerCase()) ?? key;
        values.set(known, check(args.at(1)));
        return itemKind({ values, key: known });
      },
      GetItem: (values, args) => find(values, args.at(0)),
    },
    actions: {
      GetCount: (values) => values.keys().length,
      DeleteAll: (values) => {
        for (const key of values.keys()) values.delete(key);
      },
    },
  }));
};

const anyJson = (value: unknown): unknown => value;

const settingsKind = keyedKind({ item: 'Setting', collection: 'SettingCollection', hasId: true }, anyJson);
const sheetPropertiesKind = keyedKind(
  { item: 'WorksheetCustomProperty', collection: 'WorksheetCustomPropertyCollection', hasId: true },
  readText,
);

const propertyType = (value: unknown): string => {
  if (typeof value === 'number') return 'Number';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
};

const documentPropertiesKind = keyedKind(
  { item: 'CustomProperty', collection: 'CustomPropertyCollection', hasId: false, typeOf: propertyType },
  anyJson,
);

export const settingsOf = (workbook: Workbook): Node => {
  const touch = (): void => workbook.activeSheet.touch({ kind: 'settings', sheet: null, trigger: 'addin' });
  return settingsKind({
    has: (key) => workbook.settings.has(key),
    get: (key) => workbook.settings.get(key),
    set: (key, value) => {
      workbook.settings.set(key, value);
      touch();
    },
    delete: (key) => {
      workbook.settings.delete(key);
      touch();
    },
    keys: () => [...workbook.settings.keys()],
  });
};

/** Values that live beside the workbook, for as long as it is open. */
const besideValues = (owner: object, session: Session, prefix: string): Values => {
  const values = session.besideOf(owner);
  return {
    has: (key) => values.has(prefix + key),
    get: (key) => values.get(prefix + key),
    set: (key, value) => void values.set(prefix + key, value),
    delete: (key) => void values.delete(prefix + key),
    keys: () => [...values.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
  };
};

export const sheetPropertiesOf = (sheet: object, session: Session): Node =>
  sheetPropertiesKind(besideValues(sheet, session, 'property:'));
export const documentPropertiesOf = ({ properties: { custom } }: Workbook): Node =>
  documentPropertiesKind({
    has: (key) => custom.has(key),
    get: (key) => custom.get(key),
    set: (key, value) => void custom.set(key, value),
    delete: (key) => void custom.delete(key),
    keys: () => [...custom.keys()],
  });
