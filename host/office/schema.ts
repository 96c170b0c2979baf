/**
 * How the object model is written down: one table for each class of office.js, with its scalar properties, the
 * objects it leads to, its methods and, for a collection, its items. Names are those on the wire (PascalCase).
 */

import type { Args } from './args';
import { refuse } from './errors';
import type { Session } from './session';

/** What later requests address an object by; office.js reads whichever member is there. */
export type Identity = Readonly<Record<'Id', string | number>> | Readonly<Record<'_Id', string>>;

export interface Property<T> {
  readonly get: (target: T, session: Session) => unknown;
  readonly set?: (target: T, value: unknown, session: Session) => void;
}

export interface Spec<T> {
  identity?(target: T): Identity;
  readonly scalars?: Readonly<Record<string, Property<T>>>;
  /** Properties that are objects; null for one that is not there. */
  readonly navigations?: Readonly<Record<string, (target: T, session: Session) => Node | null>>;
  /** Methods that answer an object. Null is ItemNotFound, or a null object under the name `…OrNullObject`. */
  readonly objects?: Readonly<Record<string, (target: T, args: Args, session: Session) => Node | null>>;
  /** Methods that act, or answer a value. */
  readonly actions?: Readonly<Record<string, (target: T, args: Args, session: Session) => unknown>>;
  /** A collection's members in order. */
  readonly items?: (target: T, session: Session) => readonly Node[];
  /** The member with a name, id or other key; null where there is none. */
  readonly item?: (target: T, key: unknown, session: Session) => Node | null;
}

/** An object of the model, with its class closed over. */
export interface Node {
  readonly kind: string;
  readonly target: object;
  readonly identity: Identity | null;
  readonly isCollection: boolean;
  readonly scalarNames: readonly string[];
  /** Names of members of one sort, for the conformance report. */
  names(sort: 'scalars' | 'navigations' | 'objects' | 'actions'): readonly string[];
  get(name: string, session: Session): unknown;
  set(name: string, value: unknown, session: Session): void;
  hasScalar(name: string): boolean;
  hasNavigation(name: string): boolean;
  navigate(name: string, session: Session): Node | null;
  /** @returns the object that a method answers; null for a null object. */
  object(name: string, args: Args, session: Session): Node | null;
  act(name: string, args: Args, session: Session): unknown;
  items(session: Session): readonly Node[];
  index(key: unknown, session: Session): Node | null;
}

/** A class of office.js: makes nodes of its targets, and takes them out again where one comes as an argument. */
export interface Kind<T extends object> {
  readonly name: string;
  (target: T): Node;
  /** The target of a node of this class; null for a node of another. */
  read(node: unknown): T | null;
}

const OR_NULL = 'OrNullObject';

const missing = (kind: string, member: string): never => {
  throw refuse('ApiNotFound', `${kind}.${member} is not part of this host.`);
};

const own = <V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined =>
  table && Object.hasOwn(table, name) ? table[name] : undefined;

/** The entry for a name, or for the name without `OrNullObject`. */
const withNull = <V>(table: Readonly<Record<string, V>> | undefined, name: string): { entry: V; orNull: boolean } | null => {
  const exact = own(table, name);
  if (exact) return { entry: exact, orNull: name.endsWith(OR_NULL) };
  const plain = name.endsWith(OR_NULL) ? own(table, name.slice(0, -OR_NULL.length)) : undefined;
  return plain ? { entry: plain, orNull: true } : null;
};

/** A class as written down, worked out when it is first used: classes lead to each other in circles. */
class Definition<T> {
  private known: Spec<T> | null = null;

  constructor(
    readonly name: string,
    private readonly write: () => Spec<T>,
  ) {}

  get spec(): Spec<T> {
    return (this.known ??= this.write());
  }
}

class Bound<T extends object> implements Node {
  constructor(
    readonly definition: Definition<T>,
    readonly target: T,
  ) {}

  get kind(): string {
    return this.definition.name;
  }

  private get spec(): Spec<T> {
    return this.definition.spec;
  }

  get identity(): Identity | null {
    return this.spec.identity?.(this.target) ?? null;
  }

  get isCollection(): boolean {
    return this.spec.items !== undefined;
  }

  get scalarNames(): readonly string[] {
    return this.names('scalars');
  }

  names(sort: 'scalars' | 'navigations' | 'objects' | 'actions'): readonly string[] {
    return Object.keys(this.spec[sort] ?? {});
  }

  hasScalar(name: string): boolean {
    return own(this.spec.scalars, name) !== undefined;
  }

  hasNavigation(name: string): boolean {
    return withNull(this.spec.navigations, name) !== null;
  }

  get(name: string, session: Session): unknown {
    const property = own(this.spec.scalars, name) ?? missing(this.kind, name);
    session.requireMember(this.kind, name);
    return property.get(this.target, session);
  }

  set(name: string, value: unknown, session: Session): void {
    const property = own(this.spec.scalars, name) ?? missing(this.kind, name);
    session.requireMember(this.kind, name);
    if (!property.set) throw refuse('InvalidOperation', `${this.kind}.${name} is read-only.`);
    property.set(this.target, value, session);
  }

  navigate(name: string, session: Session): Node | null {
    const found = withNull(this.spec.navigations, name) ?? missing(this.kind, name);
    session.requireMember(this.kind, name);
    const node = found.entry(this.target, session);
    if (!node && !found.orNull) throw refuse('ItemNotFound');
    return node;
  }

  object(name: string, args: Args, session: Session): Node | null {
    const found = withNull(this.spec.objects, name) ?? missing(this.kind, name);
    session.requireMember(this.kind, name);
    const node = found.entry(this.target, args, session);
    if (!node && !found.orNull) throw refuse('ItemNotFound');
    return node;
  }

  act(name: string, args: Args, session: Session): unknown {
    const action = own(this.spec.actions, name) ?? missing(this.kind, name);
    session.requireMember(this.kind, name);
    return action(this.target, args, session);
  }

  items(session: Session): readonly Node[] {
    if (!this.spec.items) return missing(this.kind, 'items');
    return this.spec.items(this.target, session);
  }

  index(key: unknown, session: Session): Node | null {
    if (!this.spec.item) return missing(this.kind, 'GetItem');
    const node = this.spec.item(this.target, key, session);
    if (!node) throw refuse('ItemNotFound');
    return node;
  }
}

/** The members that a class answers, as the conformance table lists them. */
export interface Members {
  readonly name: string;
  readonly scalars: readonly string[];
  readonly settable: readonly string[];
  readonly navigations: readonly string[];
  readonly methods: readonly string[];
}

const written: (() => Members)[] = [];

const membersOf = <T>({ name, spec }: Definition<T>): Members => {
  const scalars = Object.entries(spec.scalars ?? {});
  return {
    name,
    scalars: scalars.map(([member]) => member),
    settable: scalars.filter(([, property]) => property.set).map(([member]) => member),
    navigations: Object.keys(spec.navigations ?? {}),
    methods: [...Object.keys(spec.objects ?? {}), ...Object.keys(spec.actions ?? {}), ...(spec.item ? ['GetItem'] : [])],
  };
};

/** All classes written down so far. */
export const writtenKinds = (): Members[] => written.map((read) => read());

/** Writes down a class. */
export const defineKind = <T extends object>(name: string, write: () => Spec<T>): Kind<T> => {
  const definition = new Definition(name, write);
  written.push(() => membersOf(definition));
  const make = (target: T): Node => new Bound(definition, target);
  const read = (node: unknown): T | null =>
    node instanceof Bound && node.definition === (definition as unknown) ? (node.target as T) : null;
  return Object.defineProperty(Object.assign(make, { read }), 'name', { value: name });
};

/** A property that can only be read. */
export const reads = <T>(get: (target: T, session: Session) => unknown): Property<T> => ({ get });
