/** Custom XML parts of the workbook. */

import type { Workbook } from '../../workbook/model';
import { readText } from '../args';
import { refuse } from '../errors';
import { freeId } from '../ids';
import { defineKind, reads, type Node, type Kind } from '../schema';

interface Part {
  readonly workbook: Workbook;
  readonly id: string;
}

const OPENING = /<(?![?!])([^\s/<>]+)((?:[\s/][^<>]*)?)>/;

/** The namespace of the outermost element. */
const namespaceOf = (xml: string): string => {
  const [, name = '', attributes = ''] = OPENING.exec(xml) ?? [];
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : null;
  const attribute =
    prefix === null ? /\sxmlns\s*=\s*("[^"]*"|'[^']*')/ : new RegExp(`\\sxmlns:${prefix}\\s*=\\s*("[^"]*"|'[^']*')`);
  return attribute.exec(attributes)?.[1]?.slice(1, -1) ?? '';
};

/** One element that closes as it opens; enough to refuse what is no XML at all. */
const checked = (value: unknown): string => {
  const xml = readText(value);
  const name = OPENING.exec(xml)?.[1];
  const isClosed = name !== undefined && (xml.trimEnd().endsWith(`</${name}>`) || /\/>\s*$/.test(xml));
  if (!isClosed) throw refuse('InvalidArgument');
  return xml;
};

const xmlOf = ({ workbook, id }: Part): string => {
  const xml = workbook.customXml.get(id);
  if (xml === undefined) throw refuse('ItemNotFound');
  return xml;
};

const touch = (workbook: Workbook): void => workbook.activeSheet.touch({ kind: 'workbook', sheet: null, trigger: 'addin' });

const partKind: Kind<Part> = defineKind<Part>('CustomXmlPart', () => ({
  identity: ({ id }) => ({ Id: id }),
  scalars: { Id: reads(({ id }) => id), NamespaceUri: reads((part) => namespaceOf(xmlOf(part))) },
  actions: {
    GetXml: xmlOf,
    SetXml: (part, args) => {
      xmlOf(part);
      part.workbook.customXml.set(part.id, checked(args.at(0)));
      touch(part.workbook);
    },
    Delete: (part) => {
      xmlOf(part);
      part.workbook.customXml.delete(part.id);
      touch(part.workbook);
    },
  },
}));

const parts = (workbook: Workbook): Part[] => [...workbook.customXml.keys()].map((id) => ({ workbook, id }));

const find = (list: readonly Part[], id: unknown): Node | null => {
  const part = list.find((each) => each.id === id);
  return part ? partKind(part) : null;
};

interface Scoped {
  readonly parts: readonly Part[];
}

const only = ({ parts: list }: Scoped): Node | null => {
  const [part, ...more] = list;
  return part && more.length === 0 ? partKind(part) : null;
};

const scopedKind: Kind<Scoped> = defineKind<Scoped>('CustomXmlPartScopedCollection', () => ({
  items: ({ parts: list }) => list.map((part) => partKind(part)),
  item: ({ parts: list }, id) => find(list, id),
  objects: { GetItem: ({ parts: list }, args) => find(list, args.at(0)), GetOnlyItem: only },
  actions: { GetCount: ({ parts: list }) => list.length },
}));

export const customXmlKind: Kind<Workbook> = defineKind<Workbook>('CustomXmlPartCollection', () => ({
  items: (workbook) => parts(workbook).map((part) => partKind(part)),
  item: (workbook, id) => find(parts(workbook), id),
  objects: {
    Add: (workbook, args) => {
      const id = freeId((each) => workbook.customXml.has(each));
      workbook.customXml.set(id, checked(args.at(0)));
      touch(workbook);
      return partKind({ workbook, id });
    },
    GetItem: (workbook, args) => find(parts(workbook), args.at(0)),
    GetByNamespace: (workbook, args) => {
      const uri = args.text(0);
      return scopedKind({ parts: parts(workbook).filter((part) => namespaceOf(xmlOf(part)) === uri) });
    },
  },
  actions: { GetCount: (workbook) => workbook.customXml.size },
}));
