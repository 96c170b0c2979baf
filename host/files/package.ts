/** The package around a workbook (ECMA-376 part 2): parts, relations, content types. */
import { FileProblem } from './problem';
import { attribute, attributes, parseWithRoom, XML_HEAD, XmlFault, type XmlNode } from './xml';
import { readZip, unpack, type ZipEntry, type ZipLimits } from './zip';

export interface Relation {
  readonly id: string;
  readonly type: string;
  /** As written. */
  readonly target: string;
  readonly external: boolean;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
export const RELATION = {
  workbook: `${OFFICE}/relationships/officeDocument`,
  coreProperties: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  appProperties: `${OFFICE}/relationships/extended-properties`,
  customProperties: `${OFFICE}/relationships/custom-properties`,
  worksheet: `${OFFICE}/relationships/worksheet`,
  styles: `${OFFICE}/relationships/styles`,
  theme: `${OFFICE}/relationships/theme`,
  sharedStrings: `${OFFICE}/relationships/sharedStrings`,
  hyperlink: `${OFFICE}/relationships/hyperlink`,
  table: `${OFFICE}/relationships/table`,
  drawing: `${OFFICE}/relationships/drawing`,
  chart: `${OFFICE}/relationships/chart`,
  comments: `${OFFICE}/relationships/comments`,
  vmlDrawing: `${OFFICE}/relationships/vmlDrawing`,
  threadedComment: 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
  person: 'http://schemas.microsoft.com/office/2017/10/relationships/person',
  customXml: `${OFFICE}/relationships/customXml`,
  customXmlProps: `${OFFICE}/relationships/customXmlProps`,
} as const;

const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const CONTENT = {
  workbook: `${SHEET_TYPES}.sheet.main+xml`,
  worksheet: `${SHEET_TYPES}.worksheet+xml`,
  styles: `${SHEET_TYPES}.styles+xml`,
  table: `${SHEET_TYPES}.table+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  comments: `${SHEET_TYPES}.comments+xml`,
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  threadedComments: 'application/vnd.ms-excel.threadedcomments+xml',
  persons: 'application/vnd.ms-excel.person+xml',
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  app: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  custom: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  customXmlProps: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  relations: 'application/vnd.openxmlformats-package.relationships+xml',
} as const;

/** The last word of a relation's type: the same in transitional and strict files. */
export const relationKind = (relation: Relation): string => relation.type.slice(relation.type.lastIndexOf('/') + 1);

/** Parts of a file that was read. */
export class Package {
  private readonly byFoldedName: Map<string, ZipEntry>;

  private constructor(readonly entries: ReadonlyMap<string, ZipEntry>) {
    this.byFoldedName = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  }

  /** @throws FileProblem */
  static open(bytes: Uint8Array, limits?: ZipLimits): Package {
    return new Package(readZip(bytes, limits));
  }

  /** Name as stored; part names do not mind case. Null where there is no such part. */
  find(path: string): string | null {
    return (this.entries.get(path) ?? this.byFoldedName.get(path.toLowerCase()))?.name ?? null;
  }

  /** UTF-8 bytes. @throws FileProblem where the part is missing or damaged */
  bytes(path: string): Uint8Array {
    const entry = this.entries.get(path) ?? this.byFoldedName.get(path.toLowerCase());
    if (entry === undefined) throw brokenPart(path, 'It is named in the file, but missing.');
    return toUtf8(unpack(entry));
  }

  text(path: string): string {
    return new TextDecoder().decode(this.bytes(path));
  }

  /** As `parseWithRoom`. @throws FileProblem where the part is missing, damaged or not well formed */
  xml(path: string): { readonly source: string; readonly root: XmlNode } {
    const source = this.text(path);
    return wellFormed(path, () => parseWithRoom(source));
  }

  /** As `xml` for a part that nothing else hangs on; null where it is missing or broken. */
  readable(path: string): { readonly source: string; readonly root: XmlNode } | null {
    try {
      return this.find(path) === null ? null : this.xml(path);
    } catch (error) {
      if (error instanceof FileProblem) return null;
      throw error;
    }
  }

  /** Relations of a part ("" for the package), in order; none where it has no such part. */
  relations(path: string): Relation[] {
    const part = this.find(relationsPath(path));
    return part === null ? [] : readRelations(this.xml(part).root);
  }
}

/** Runs a reader and turns what is not well formed into a problem with the part's name. */
export function wellFormed<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof XmlFault) throw brokenPart(path, error.message);
    throw error;
  }
}

export const brokenPart = (path: string, why: string): FileProblem =>
  new FileProblem(
    'brokenPart',
    `The part ${path} of the file cannot be read.`,
    why,
    'Open the file in Excel, let Excel repair it, and save it again as .xlsx.',
  );

function toUtf8(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextEncoder().encode(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextEncoder().encode(new TextDecoder('utf-16be').decode(bytes));
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

export function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** Path of a relation's target, seen from the part that has the relation. */
export function resolveTarget(from: string, target: string): string {
  const clean = target.replaceAll('\\', '/').replace(/%20/g, ' ').split('#')[0] ?? '';
  const steps = clean.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of clean.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Path of the part to which the first relation of a kind leads from `path`, whether it is there or not; null for none. */
export function partOfKind(path: string, relations: readonly Relation[], kind: string): string | null {
  const relation = relations.find((each) => relationKind(each) === kind && !each.external);
  return relation === undefined ? null : resolveTarget(path, relation.target);
}

/** Target to write for a part, seen from another. */
export function relativeTarget(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common += 1;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}

function readRelations(root: XmlNode): Relation[] {
  return root.children
    .filter((node) => node.name === 'Relationship')
    .map((node) => ({
      id: attribute(node, 'Id') ?? '',
      type: attribute(node, 'Type') ?? '',
      target: attribute(node, 'Target') ?? '',
      external: attribute(node, 'TargetMode') === 'External',
    }));
}

export function writeRelations(relations: readonly Relation[]): string {
  const items = relations.map(
    ({ id, type, target, external }) =>
      `<Relationship${attributes({ Id: id, Type: type, Target: target, TargetMode: external ? 'External' : null })}/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** Relations of one part while it is written: those it had, less what is dropped, and new ones with free ids. */
export class RelationList {
  private readonly list: Relation[];

  constructor(
    private readonly path: string,
    private readonly original: readonly Relation[] = [],
  ) {
    this.list = [...original];
  }

  get isChanged(): boolean {
    return JSON.stringify(this.original) !== JSON.stringify(this.list);
  }

  get all(): readonly Relation[] {
    return this.list;
  }

  /** Id of a relation to a part, added where there is none. */
  toPart(type: string, part: string): string {
    const known = this.list.find((each) => !each.external && resolveTarget(this.path, each.target) === part);
    return known?.id ?? this.add(type, relativeTarget(this.path, part), false);
  }

  toOutside(type: string, target: string): string {
    const known = this.list.find((each) => each.external && each.type === type && each.target === target);
    return known?.id ?? this.add(type, target, true);
  }

  drop(unwanted: (relation: Relation) => boolean): void {
    for (let i = this.list.length - 1; i >= 0; i -= 1) {
      const relation = this.list[i];
      if (relation !== undefined && unwanted(relation)) this.list.splice(i, 1);
    }
  }

  private add(type: string, target: string, external: boolean): string {
    const taken = new Set(this.list.map((each) => each.id));
    let number = this.list.length + 1;
    while (taken.has(`rId${number}`)) number += 1;
    this.list.push({ id: `rId${number}`, type, target, external });
    return `rId${number}`;
  }
}
