/** What lives as long as the add-in is connected: kept references, event switch, the declared requirement sets. */

import type { Chart, Sheet, Workbook } from '../workbook/model';
import { Cells, type Shift } from './cells';
import type { Author } from './author';
import type { Culture } from './culture';
import { refuse } from './errors';
import { since } from './since';
import type { Node } from './schema';

/** Requirement sets by name, with the highest version supported. */
export type RequirementSets = Readonly<Record<string, string>>;

const compareVersions = (one: string, other: string): number => {
  const [a = [], b = []] = [one, other].map((text) => text.split('.').map(Number));
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
};

/** Whether a set is there; a version may come as a number, as older libraries ask. */
export const isSupported = (sets: RequirementSets, name: string, version: string | number = '1.1'): boolean => {
  const declared = Object.entries(sets).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1];
  return declared !== undefined && compareVersions(declared, String(version)) >= 0;
};

/** Events that are told where they happen, because no change of the workbook says as much. */
export type ToldEvent =
  | 'chartAdded'
  | 'chartDeleted'
  | 'chartActivated'
  | 'chartDeactivated'
  | 'commentAdded'
  | 'commentDeleted'
  | 'commentChanged'
  | 'rowSorted'
  | 'columnSorted'
  | 'singleClicked';

export class Session {
  /** `context.runtime.enableEvents` */
  enableEvents = true;
  /** Whether the add-in ever asked for an event: until then nobody hears of any but those that need no asking. */
  isHeard = false;
  /** The chart that is selected instead of cells. */
  activeChart: { readonly sheet: Sheet; readonly chart: Chart } | null = null;
  /** Takes what is told of something that is no change of the workbook's contents; the announcer listens. */
  tell: (type: ToldEvent, targetId: string, payload: object) => void = () => undefined;
  /** Kept beside the workbook: what Excel has and a file of ours does not keep. */
  private readonly beside = new WeakMap<object, Map<string, unknown>>();
  private readonly references = new Map<string, Node>();
  private readonly remembered = new Map<string, Node>();
  private readonly referenceIds = new WeakMap<object, string>();
  private nextReference = 1;
  /** Members that were asked for and are there; each is asked for thousands of times. */
  private readonly members = new Map<string, Set<string>>();

  constructor(
    readonly workbook: Workbook,
    readonly sets: RequirementSets,
    readonly limits: { readonly cells: number },
    readonly culture: Culture,
    readonly author: Author,
  ) {}

  /** @throws Refusal ApiNotFound for a member of a later requirement set than declared. */
  requireMember(kind: string, member: string): void {
    const known = this.members.get(kind);
    if (known?.has(member) === true) return;
    const { set, version } = since(kind, member);
    if (isSupported(this.sets, set, version)) {
      this.members.set(kind, (known ?? new Set()).add(member));
      return;
    }
    throw refuse('ApiNotFound', `${kind}.${member} needs ${set} ${version}, which this host does not declare.`);
  }

  keep(node: Node): void {
    const id = `ref-${this.nextReference}`;
    this.nextReference += 1;
    this.references.set(id, node);
    this.referenceIds.set(node.target, id);
  }

  /** A reference for an event's range; only the last few hundred are remembered. */
  remember(node: Node): string {
    const id = `event-${this.nextReference}`;
    this.nextReference += 1;
    this.remembered.set(id, node);
    const oldest = this.remembered.size > 500 ? this.remembered.keys().next().value : undefined;
    if (oldest !== undefined) this.remembered.delete(oldest);
    return id;
  }

  /** The range that an event told of. */
  recall(id: string): Node | null {
    return this.remembered.get(id) ?? null;
  }

  /** The id under which the target of a node is kept; null where it is not. */
  referenceOf(target: object): string | null {
    return this.referenceIds.get(target) ?? null;
  }

  /** @throws Refusal InvalidReference for one that was released or whose sheet is gone. */
  reference(id: string): Node {
    const node = this.references.get(id);
    if (!node) throw refuse('InvalidReference');
    if (node.target instanceof Cells) this.requireSheet(node.target.sheet);
    return node;
  }

  release(id: string): void {
    this.references.delete(id);
  }

  releaseAll(): void {
    this.references.clear();
  }

  get referenceCount(): number {
    return this.references.size;
  }

  requireSheet(sheet: Sheet): void {
    if (!this.workbook.sheets.includes(sheet)) throw refuse('ItemNotFound');
  }

  /** Moves kept ranges along with their cells. */
  follow(shift: Shift): void {
    for (const node of [...this.references.values(), ...this.remembered.values()])
      if (node.target instanceof Cells) node.target.follow(shift);
  }

  /** State that belongs to an object of the workbook but is not in its model. */
  besideOf(owner: object): Map<string, unknown> {
    const known = this.beside.get(owner) ?? new Map<string, unknown>();
    this.beside.set(owner, known);
    return known;
  }
}
