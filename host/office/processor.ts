/** Carries out one request: its object paths and actions, in order, until done or refused. */

import { Refusal } from '../workbook/model';
import { Args, isRecord } from './args';
import { refuse, statusOf } from './errors';
import { query, type QueryInfo } from './query';
import type { Node } from './schema';
import type { Session } from './session';

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Path ids of the objects among the arguments, 0 elsewhere; nested where an argument is a list. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface AnswerError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface Answer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: AnswerError;
}

const PATH = { global: 1, create: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

/** The sort of thing an action does, for logs and predicates: `Worksheets.Add` style names come from the paths. */
export const describeActions = (body: RequestBody): string[] => [
  ...Object.values(body.ObjectPaths).flatMap((path) => (path.ObjectPathType === PATH.method ? [path.Name] : [])),
  ...body.Actions.flatMap((action) => {
    if (action.ActionType === ACTION.method) return [action.Name];
    return action.ActionType === ACTION.setProperty ? [`${action.Name}=`] : [];
  }),
];

class Batch {
  private readonly nodes = new Map<number, Node | null>();
  private location = '';

  constructor(
    private readonly session: Session,
    private readonly body: RequestBody,
    private readonly root: Node,
  ) {}

  get lastLocation(): string {
    return this.location;
  }

  /** Every path is followed once a request, so that one that creates does not create twice. */
  private node(id: number): Node | null {
    const known = this.nodes.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(id)];
    if (!path) throw refuse('InvalidObjectPath');
    const node = this.follow(path);
    this.nodes.set(id, node);
    return node;
  }

  private follow(path: ObjectPath): Node | null {
    if (path.ObjectPathType === PATH.global) return this.root;
    if (path.ObjectPathType === PATH.reference) return this.session.reference(path.Name);
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ParentObjectPathId === undefined) throw refuse('ApiNotFound', `${path.Name} cannot be created in this host.`);
    const parent = this.node(path.ParentObjectPathId);
    if (!parent) return null;
    this.at(parent, path.ObjectPathType === PATH.indexer ? 'GetItem' : path.Name);
    if (path.ObjectPathType === PATH.property) return parent.navigate(path.Name, this.session);
    const args = this.args(path.ArgumentInfo);
    if (path.ObjectPathType === PATH.indexer) return parent.index(args.at(0), this.session);
    return parent.object(path.Name, args, this.session);
  }

  private at(node: Node, member: string): void {
    this.location = `${node.kind}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
  }

  private args(info: ArgumentInfo = {}): Args {
    const ids = info.ReferencedObjectPathIds ?? [];
    return new Args((info.Arguments ?? []).map((value, index) => this.argument(value, ids[index])));
  }

  private argument(value: unknown, id: unknown): unknown {
    if (typeof id === 'number' && id > 0) return this.node(id);
    if (Array.isArray(value)) return Array.isArray(id) ? value.map((item, index) => this.argument(item, id[index])) : value;
    return isRecord(value) ? this.record(value) : value;
  }

  /** Ranges inside plain objects come as `{_ObjectPathId}`. */
  private record(value: Readonly<Record<string, unknown>>): unknown {
    const id = value['_ObjectPathId'];
    if (typeof id === 'number') return this.node(id);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, isRecord(item) ? this.record(item) : item]));
  }

  /** @returns the action's value; undefined where nothing is answered. */
  run(action: Action): unknown {
    this.location = '';
    if (action.ActionType === ACTION.trace) return null;
    const node = this.node(action.ObjectPathId);
    if (action.ActionType === ACTION.instantiate) return node && this.instantiate(node);
    if (action.ActionType === ACTION.query) {
      if (node) this.at(node, 'load');
      return query(node, action.QueryInfo ?? {}, this.session);
    }
    // office.js keeps every range, before it knows whether it is there.
    if (!node && action.Name === '_KeepReference') return undefined;
    if (!node) throw refuse('ItemNotFound');
    this.at(node, action.Name);
    const args = this.args(action.ArgumentInfo);
    if (action.ActionType === ACTION.setProperty) {
      node.set(action.Name, args.at(0), this.session);
      return undefined;
    }
    if (action.ActionType !== ACTION.method)
      throw refuse('ApiNotFound', `Action type ${action.ActionType} is not part of this host.`);
    if (action.Name === '_KeepReference') {
      this.session.keep(node);
      return undefined;
    }
    return node.act(action.Name, args, this.session) ?? null;
  }

  private instantiate(node: Node): unknown {
    const reference = this.session.referenceOf(node.target);
    return reference === null ? (node.identity ?? {}) : { _ReferenceId: reference };
  }
}

const toError = (error: unknown, location: string, index: number): AnswerError => {
  // A fault of the host's own must reach whoever called, never pass for an answer.
  const code = error instanceof Refusal ? error.code : 'GeneralException';
  const message =
    error instanceof Refusal
      ? error.message
      : `Fault in the host: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  return { Code: code, Message: message, Location: location, ActionIndex: index, HttpStatusCode: statusOf(code) };
};

/**
 * Runs a request. What ran before a refusal stays done, as in Excel.
 * @param breakAfter number of actions after which an injected refusal ends the batch.
 */
export const runBatch = (
  session: Session,
  root: Node,
  body: RequestBody,
  breakAfter?: { readonly actions: number; readonly refusal: Refusal },
): Answer => {
  const batch = new Batch(session, body, root);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (breakAfter && index >= breakAfter.actions) throw breakAfter.refusal;
      const value = batch.run(action);
      if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      if (action.ActionType === ACTION.trace) traces.push(action.Id);
    } catch (error) {
      return { Results: results, TraceIds: traces, Error: toError(error, batch.lastLocation, index) };
    }
  }
  return { Results: results, TraceIds: traces };
};
