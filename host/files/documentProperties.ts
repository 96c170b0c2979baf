/** docProps: what a file says of itself. What did not change stays as it stands. */
import type { DocumentProperties, Workbook } from '../workbook/model';
import { CONTENT, partOfKind, RELATION, relationKind, type Package, type RelationList } from './package';
import type { Findings } from './problem';
import { fingerprint, rawText, type PartSink } from './section';
import {
  attribute,
  child,
  childrenNamed,
  encodeXstring,
  decodeXstring,
  numberAttribute,
  parseXml,
  splice,
  XML_HEAD,
  type Splice,
  type XmlNode,
} from './xml';

const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const DUBLIN = 'http://purl.org/dc/elements/1.1/';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const EXTENDED = `${OFFICE}/extended-properties`;
const CUSTOM = `${OFFICE}/custom-properties`;
const VARIANTS = `${OFFICE}/docPropsVTypes`;

type Member = 'title' | 'subject' | 'author' | 'keywords' | 'comments' | 'category' | 'manager' | 'company' | 'revision';

/** Where a member stands: an element of a namespace. */
interface Place {
  readonly member: Member;
  readonly name: string;
  readonly namespace: string;
  /** Where no other prefix is declared; "" for the default namespace. */
  readonly prefix: string;
}

interface PropertiesPart {
  readonly kind: string;
  readonly relation: string;
  readonly path: string;
  readonly type: string;
  /** The part where a file has none. */
  readonly empty: string;
  readonly places: readonly Place[];
}

const inCore = (member: Member, name: string): Place => ({ member, name, namespace: CORE, prefix: 'cp' });
const inDublin = (member: Member, name: string): Place => ({ member, name, namespace: DUBLIN, prefix: 'dc' });
const inApp = (member: Member, name: string): Place => ({ member, name, namespace: EXTENDED, prefix: '' });

const PARTS: readonly PropertiesPart[] = [
  {
    kind: 'core-properties',
    relation: RELATION.coreProperties,
    path: 'docProps/core.xml',
    type: CONTENT.core,
    // No dates: the same workbook must give the same bytes.
    empty: `${XML_HEAD}<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="${DUBLIN}"></cp:coreProperties>`,
    places: [
      inDublin('title', 'title'),
      inDublin('subject', 'subject'),
      inDublin('author', 'creator'),
      inCore('keywords', 'keywords'),
      inDublin('comments', 'description'),
      inCore('revision', 'revision'),
      inCore('category', 'category'),
    ],
  },
  {
    kind: 'extended-properties',
    relation: RELATION.appProperties,
    path: 'docProps/app.xml',
    type: CONTENT.app,
    empty: `${XML_HEAD}<Properties xmlns="${EXTENDED}"><Application>Microsoft Excel</Application></Properties>`,
    places: [inApp('manager', 'Manager'), inApp('company', 'Company')],
  },
];

/** What is compared to tell whether anything changed. */
export const propertiesState = ({ properties }: Workbook): string => fingerprint(properties);

/** A part that cannot be read is listed and passed over: nothing of the sheets hangs on it. */
export function readDocumentProperties(file: Package, workbook: Workbook, findings: Findings): void {
  const relations = file.relations('');
  const open = (kind: string): XmlNode | null => {
    const target = partOfKind('', relations, kind);
    const path = target === null ? null : file.find(target);
    const part = path === null ? null : file.readable(path);
    if (part === null && path !== null) findings.add('objectUnreadable', path, 'document properties');
    return part?.root ?? null;
  };
  const roots = PARTS.map(({ kind }) => open(kind));
  const [core = null] = roots;
  const said: Partial<Record<Member, string>> = {};
  PARTS.forEach(({ places }, i) => {
    for (const { member, name } of places) said[member] = textOf(roots[i] ?? null, name);
  });
  const { revision = '', ...texts } = said;
  workbook.properties = {
    ...workbook.properties,
    ...texts,
    revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0,
    lastAuthor: textOf(core, 'lastModifiedBy'),
    created: textOf(core, 'created'),
    custom: readCustom(open('custom-properties')),
  };
}

const textOf = (root: XmlNode | null, name: string): string => decodeXstring(child(root, name)?.text ?? '');

const readCustom = (root: XmlNode | null): Map<string, unknown> =>
  new Map(
    childrenNamed(root, 'property').map((node): [string, unknown] => [
      decodeXstring(attribute(node, 'name') ?? ''),
      valueOf(node.children[0] ?? null),
    ]),
  );

function valueOf(node: XmlNode | null): unknown {
  const text = node?.text ?? '';
  if (node?.name === 'bool') return ['1', 'true'].includes(text.trim().toLowerCase());
  const isNumber = /^(?:u?i[1248]|u?int|r[48]|decimal)$/.test(node?.name ?? '') && text.trim() !== '';
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : decodeXstring(text);
}

/**
 * Brings the parts up to date.
 * @param was `propertiesState` of the workbook as it was read; null for a new one
 * @param relations of the package
 */
export function writeDocumentProperties(workbook: Workbook, was: string | null, relations: RelationList, parts: PartSink): void {
  if (was === propertiesState(workbook)) return;
  const { properties } = workbook;
  for (const part of PARTS) {
    const path = partOfKind('', relations.all, part.kind) ?? part.path;
    const before = parts.readable(path) ?? { source: part.empty, root: parseXml(part.empty) };
    const splices = part.places.flatMap((place) => changeOf(before.root, place, properties) ?? []);
    if (splices.length === 0 && was !== null) continue;
    parts.add(path, part.type, splice(before.source, splices));
    relations.toPart(part.relation, path);
  }
  writeCustom(properties.custom, relations, parts);
}

function changeOf(root: XmlNode, { member, name, namespace, prefix }: Place, properties: DocumentProperties): Splice | null {
  const node = child(root, name);
  const value = properties[member];
  const now = value === 0 ? '' : String(value);
  if (now === (node === null ? '' : decodeXstring(node.text))) return null;
  const text = now === '' ? '' : elementOf(root, namespace, prefix, name, encodeXstring(now));
  return { start: node?.start ?? root.contentEnd, end: node?.end ?? root.contentEnd, text };
}

function variantOf(value: unknown): string {
  const type = typeof value === 'boolean' ? 'bool' : typeof value === 'string' ? 'lpwstr' : numberType(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `<vt:${type} xmlns:vt="${VARIANTS}">${encodeXstring(text)}</vt:${type}>`;
}

const numberType = (value: unknown): string => (typeof value !== 'number' ? 'lpwstr' : value === (value | 0) ? 'i4' : 'r8');

/** With the prefix that the part declares for the namespace, or one declared on the spot. */
function elementOf(root: XmlNode, namespace: string, wanted: string, name: string, content: string): string {
  const declared = [...root.attributes].find(([key, uri]) => uri === namespace && /^xmlns(?::|$)/.test(key))?.[0];
  const prefix = declared === undefined ? wanted : declared.slice('xmlns:'.length);
  const qualified = prefix === '' ? name : `${prefix}:${name}`;
  const own = declared !== undefined ? '' : ` xmlns${prefix === '' ? '' : `:${prefix}`}="${namespace}"`;
  return `<${qualified}${own}>${content}</${qualified}>`;
}

const EMPTY_CUSTOM = `${XML_HEAD}<Properties xmlns="${CUSTOM}"></Properties>`;

/** The format id of all properties that a person or program made up (MS-OLEPS 2.25.1). */
const USER_DEFINED = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

function writeCustom(custom: ReadonlyMap<string, unknown>, relations: RelationList, parts: PartSink): void {
  const path = partOfKind('', relations.all, 'custom-properties') ?? 'docProps/custom.xml';
  const was = parts.readable(path);
  const known = new Map(childrenNamed(was?.root, 'property').map((node) => [decodeXstring(attribute(node, 'name') ?? ''), node]));
  if (custom.size === 0 && known.size === 0) return;
  if (custom.size === 0) {
    parts.drop(path);
    relations.drop((relation) => relationKind(relation) === 'custom-properties');
    return;
  }
  let number = Math.max(1, ...[...known.values()].map((node) => numberAttribute(node, 'pid') ?? 0));
  const items = [...custom].map(([name, value]) => {
    const node = known.get(name);
    if (node !== undefined && was !== null && valueOf(node.children[0] ?? null) === value) return rawText(was.source, node);
    const pid = (node === undefined ? null : numberAttribute(node, 'pid')) ?? (number += 1);
    const called = encodeXstring(name).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
    return `<property xmlns="${CUSTOM}" fmtid="${USER_DEFINED}" pid="${pid}" name="${called}">${variantOf(value)}</property>`;
  });
  const { source, root } = was ?? { source: EMPTY_CUSTOM, root: parseXml(EMPTY_CUSTOM) };
  parts.add(path, CONTENT.custom, source.slice(0, root.contentStart) + items.join('') + source.slice(root.contentEnd));
  relations.toPart(RELATION.customProperties, path);
}
