/** Answers a `load`: the properties selected, nested along their paths, in the names of the wire. */

import { refuse } from './errors';
import type { Node } from './schema';
import { isSupported, type Session } from './session';
import { since } from './since';

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** What is wanted of one object; `all` are its scalar properties. */
interface Selection {
  all: boolean;
  readonly names: Set<string>;
  readonly inner: Map<string, Selection>;
}

type Values = Record<string, unknown>;

const emptySelection = (): Selection => ({ all: false, names: new Set(), inner: new Map() });

const addPath = (selection: Selection, path: readonly string[]): void => {
  const [head = '*', ...rest] = path;
  if (head === '*') selection.all = true;
  else if (rest.length === 0) selection.names.add(head);
  else {
    const inner = selection.inner.get(head) ?? emptySelection();
    selection.inner.set(head, inner);
    addPath(inner, rest);
  }
};

const selectionOf = ({ Select = [], Expand = [] }: QueryInfo): Selection => {
  const selection = emptySelection();
  for (const path of Select)
    addPath(
      selection,
      path.split(/[/.]/).filter((part) => part !== ''),
    );
  for (const path of Expand) addPath(selection, [...path.split(/[/.]/), '*']);
  if (Select.length === 0) selection.all = true;
  return selection;
};

const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const readScalars = (node: Node, names: Iterable<string>, session: Session, into: Values): void => {
  for (const name of names) into[name] = node.get(name, session);
};

/** All scalar properties that the declared requirement set has. */
const allScalars = (node: Node, session: Session): string[] =>
  node.scalarNames.filter((name) => {
    const { set, version } = since(node.kind, name);
    return isSupported(session.sets, set, version);
  });

const readNavigation = (node: Node, name: string, selection: Selection, session: Session, into: Values): void => {
  const wire = wireName(name);
  const target = node.navigate(wire, session);
  into[wire] = target && readNode(target, selection, {}, session);
};

const allOf = (): Selection => ({ ...emptySelection(), all: true });

const readSingle = (node: Node, selection: Selection, session: Session): Values => {
  const values: Values = {};
  if (selection.all) readScalars(node, allScalars(node, session), session, values);
  for (const name of selection.names) {
    const wire = name.startsWith('_') ? name : wireName(name);
    if (node.hasScalar(wire)) readScalars(node, [wire], session, values);
    else if (node.hasNavigation(wire)) readNavigation(node, name, allOf(), session, values);
    else throw refuse('ApiNotFound', `${node.kind}.${name} is not part of this host.`);
  }
  for (const [name, inner] of selection.inner) readNavigation(node, name, inner, session, values);
  return values;
};

/** Splits what is asked of a collection into its own properties and those of its items. */
const forItems = (node: Node, selection: Selection): { own: string[]; each: Selection } => {
  const each = emptySelection();
  each.all = selection.all;
  const own: string[] = [];
  for (const name of selection.names) {
    if (name.toLowerCase() === 'items') each.all = true;
    else if (node.hasScalar(wireName(name))) own.push(wireName(name));
    else each.names.add(name);
  }
  for (const [name, inner] of selection.inner) {
    if (name.toLowerCase() !== 'items') each.inner.set(name, inner);
    else {
      each.all ||= inner.all;
      inner.names.forEach((item) => each.names.add(item));
      inner.inner.forEach((item, key) => each.inner.set(key, item));
    }
  }
  return { own, each };
};

const readCollection = (node: Node, selection: Selection, { Top, Skip = 0 }: QueryInfo, session: Session): Values => {
  const { own, each } = forItems(node, selection);
  const values: Values = {};
  readScalars(node, selection.all ? allScalars(node, session) : own, session, values);
  const wantsItems = each.all || each.names.size > 0 || each.inner.size > 0;
  if (!wantsItems) return values;
  const items = node.items(session).slice(Skip, Top === undefined ? undefined : Skip + Top);
  values['_Items'] = items.map((item) => ({ ...item.identity, ...readNode(item, each, {}, session) }));
  return values;
};

const readNode = (node: Node, selection: Selection, info: QueryInfo, session: Session): Values =>
  node.isCollection ? readCollection(node, selection, info, session) : readSingle(node, selection, session);

/** The `Value` of a query action; null for a null object. */
export const query = (node: Node | null, info: QueryInfo, session: Session): Values | null =>
  node && readNode(node, selectionOf(info), info, session);
