/**
 * Custom XML parts. The add-in's settings are one of them, in a namespace of our own: Excel keeps such a part untouched,
 * whoever saves the file.
 */
import type { Workbook } from '../workbook/model';
import {
  RELATION,
  CONTENT,
  partOfKind,
  relationKind,
  type RelationList,
  relativeTarget,
  resolveTarget,
  type Package,
  type Relation,
} from './package';
import type { Findings } from './problem';
import type { PartSink } from './section';
import {
  attribute,
  descendants,
  element,
  encodeXstring,
  decodeXstring,
  escapeXml,
  parseXml,
  prefixedAttribute,
  XML_HEAD,
  type XmlNode,
} from './xml';

const SETTINGS = 'urn:tieout:workbook-settings';
const SETTINGS_ID = '{7A1E0C5D-52E6-4B1F-9C3A-0B5F2D6E8A41}';
const PROPS = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

export interface CustomXmlOrigin {
  /** By the part's id: its path and text. */
  readonly parts: ReadonlyMap<string, { readonly path: string; readonly text: string }>;
  readonly settings: string;
}

/** Fills `customXml` and `settings`, and tells where they stood. */
export function readCustomXml(
  file: Package,
  workbookPath: string,
  relations: readonly Relation[],
  workbook: Workbook,
  findings: Findings,
): CustomXmlOrigin {
  const parts = new Map<string, { path: string; text: string }>();
  for (const relation of relations) {
    if (relationKind(relation) !== 'customXml' || relation.external) continue;
    const path = file.find(resolveTarget(workbookPath, relation.target));
    if (path === null) continue;
    const text = file.text(path);
    const id = idOf(file, path) ?? path;
    parts.set(id, { path, text });
    if (text.includes(SETTINGS)) readSettings(file.xml(path).root, path, workbook, findings);
    else workbook.customXml.set(id, text);
  }
  return { parts, settings: settingsText(workbook) };
}

function idOf(file: Package, path: string): string | null {
  const target = partOfKind(path, file.relations(path), 'customXmlProps');
  const props = target === null ? null : file.find(target);
  return props === null ? null : prefixedAttribute(file.xml(props).root, 'itemID');
}

function readSettings(root: XmlNode, path: string, workbook: Workbook, findings: Findings): void {
  for (const node of descendants(root, 'setting')) {
    const key = decodeXstring(attribute(node, 'name') ?? '');
    const value = parseJson(decodeXstring(node.text));
    if (value === undefined) findings.add('objectUnreadable', path, `setting ${key}`);
    else workbook.settings.set(key, value);
  }
}

/** A value nested deeper is no setting: nothing could write it again. */
const DEEPEST = 1_000;

/** Undefined where the text is no JSON, which never stands for undefined, or JSON that is too deep. */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Level by level: the stack would not hold what is looked for. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1)
    level = level.flatMap((each): unknown[] => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  return level.length > 0;
}

function settingsText(workbook: Workbook): string {
  const items = [...workbook.settings].map(([key, value]) => {
    const name = encodeXstring(key).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
    return `<setting name="${name}">${encodeXstring(JSON.stringify(value))}</setting>`;
  });
  return `${XML_HEAD}<settings xmlns="${SETTINGS}">${items.join('')}</settings>`;
}

/** Brings the parts up to date; those whose text did not change are left alone. */
export function writeCustomXml(
  workbook: Workbook,
  was: CustomXmlOrigin | null,
  workbookPath: string,
  relations: RelationList,
  parts: PartSink,
): void {
  const wanted = new Map(workbook.customXml);
  const settings = settingsText(workbook);
  const settingsChanged = settings !== was?.settings && (workbook.settings.size > 0 || was !== null);
  for (const [id, { path, text }] of was?.parts ?? []) {
    const isSettings = text.includes(SETTINGS);
    const now = isSettings ? (settingsChanged ? settings : text) : wanted.get(id);
    wanted.delete(id);
    if (now === text) continue;
    if (now !== undefined) parts.add(path, 'application/xml', now);
    else {
      parts.drop(path);
      relations.drop((relation) => !relation.external && resolveTarget(workbookPath, relation.target) === path);
    }
  }
  const hadSettings = [...(was?.parts.values() ?? [])].some(({ text }) => text.includes(SETTINGS));
  if (settingsChanged && !hadSettings && workbook.settings.size > 0) wanted.set(SETTINGS_ID, settings);
  for (const [id, text] of wanted) addPart(id, text, relations, parts);
}

function addPart(id: string, text: string, relations: RelationList, parts: PartSink): void {
  const path = parts.freePath('customXml/item#.xml');
  const props = path.replace('item', 'itemProps');
  const schemas = [...new Set([...text.matchAll(/\sxmlns(?::\w+)?="([^"]*)"/g)].map(([, uri = '']) => uri))];
  const references = schemas.map((uri) => `<ds:schemaRef ds:uri="${escapeXml(uri)}"/>`).join('');
  parseXml(text);
  parts.add(path, 'application/xml', text);
  parts.addRelations(path, [{ id: 'rId1', type: RELATION.customXmlProps, target: relativeTarget(path, props), external: false }]);
  parts.add(
    props,
    CONTENT.customXmlProps,
    `${XML_HEAD}${element('ds:datastoreItem', { 'ds:itemID': id, 'xmlns:ds': PROPS }, element('ds:schemaRefs', {}, references))}`,
  );
  relations.toPart(RELATION.customXml, path);
}
