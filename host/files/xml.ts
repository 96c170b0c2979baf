/**
 * The small part of XML that office files use, as a tree that remembers where each element stood, so that what is not
 * understood can be copied as it is. No document types: an entity beyond the five of XML is an error, never expanded.
 */

import { dictionary } from '../../src/domain/dictionary';

export interface XmlNode {
  /** Without prefix. */
  readonly name: string;
  readonly prefix: string;
  /** By name as written (`r:id`), values unescaped. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Own character data, that of children left out. */
  readonly text: string;
  /** Where the element and its content begin and end in the source. */
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
}

export class XmlFault extends Error {}

interface OpenNode {
  name: string;
  prefix: string;
  attributes: Map<string, string>;
  children: XmlNode[];
  text: string;
  start: number;
  contentStart: number;
  qualified: string;
}

const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_NAME = /[^\s/>]+/y;

/** The root element. @throws XmlFault on anything that is not well formed */
export function parseXml(source: string): XmlNode {
  const stack: OpenNode[] = [];
  let root: XmlNode | null = null;
  let at = 0;
  for (;;) {
    const tag = source.indexOf('<', at);
    const text = source.slice(at, tag < 0 ? source.length : tag);
    const open = stack.at(-1);
    if (open !== undefined) open.text += unescapeXml(text);
    else if (/[^\s\uFEFF]/.test(text)) throw new XmlFault('Text outside of the root element.');
    if (tag < 0) break;
    if (source.startsWith('<!--', tag)) at = skipTo(source, '-->', tag);
    else if (source.startsWith('<?', tag)) at = skipTo(source, '?>', tag);
    else if (source.startsWith('<![CDATA[', tag)) {
      at = skipTo(source, ']]>', tag);
      if (open === undefined) throw new XmlFault('Text outside of the root element.');
      open.text += source.slice(tag + 9, at - 3);
    } else if (source.startsWith('<!', tag)) throw new XmlFault('A document type is not allowed.');
    else if (source.startsWith('</', tag)) {
      at = skipTo(source, '>', tag);
      const closed = stack.pop();
      if (closed === undefined || source.slice(tag + 2, at - 1).trim() !== closed.qualified)
        throw new XmlFault(`A closing tag does not fit at ${tag}.`);
      root = finish(closed, tag, at, stack, root);
    } else {
      const { node, empty, end } = openTag(source, tag);
      at = end;
      if (root !== null && stack.length === 0) throw new XmlFault('There is more than one root element.');
      if (empty) root = finish(node, end, end, stack, root);
      else stack.push(node);
    }
  }
  if (stack.length > 0) throw new XmlFault(`The element ${stack.at(-1)?.qualified ?? ''} is not closed.`);
  if (root === null) throw new XmlFault('There is no element in it.');
  return root;
}

/** A document to add children to: a root that is written as `<a/>` becomes `<a></a>`. @throws XmlFault as `parseXml` */
export function parseWithRoom(source: string): { readonly source: string; readonly root: XmlNode } {
  const root = parseXml(source);
  if (root.contentEnd < root.end) return { source, root };
  const name = root.prefix === '' ? root.name : `${root.prefix}:${root.name}`;
  const open = `${source.slice(0, root.end - '/>'.length)}></${name}>${source.slice(root.end)}`;
  return { source: open, root: parseXml(open) };
}

function skipTo(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  if (at < 0) throw new XmlFault(`"${mark}" is missing after ${from}.`);
  return at + mark.length;
}

function openTag(source: string, start: number): { node: OpenNode; empty: boolean; end: number } {
  TAG_NAME.lastIndex = start + 1;
  const qualified = TAG_NAME.exec(source)?.[0];
  if (qualified === undefined) throw new XmlFault(`A tag without a name at ${start}.`);
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = TAG_NAME.lastIndex;
  let at = TAG_NAME.lastIndex;
  for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
    attributes.set(match[1] ?? '', unescapeXml(match[2] ?? match[3] ?? ''));
    at = ATTRIBUTE.lastIndex;
  }
  const close = /\s*(\/?)>/y;
  close.lastIndex = at;
  const end = close.exec(source);
  if (end === null) throw new XmlFault(`The tag ${qualified} is not well formed at ${start}.`);
  const colon = qualified.indexOf(':');
  const node: OpenNode = {
    name: qualified.slice(colon + 1),
    prefix: colon < 0 ? '' : qualified.slice(0, colon),
    attributes,
    children: [],
    text: '',
    start,
    contentStart: close.lastIndex,
    qualified,
  };
  return { node, empty: end[1] === '/', end: close.lastIndex };
}

function finish(open: OpenNode, contentEnd: number, end: number, stack: OpenNode[], root: XmlNode | null): XmlNode | null {
  const { name, prefix, attributes, children, text, start, contentStart } = open;
  const node: XmlNode = { name, prefix, attributes, children, text, start, contentStart, contentEnd, end };
  const parent = stack.at(-1);
  if (parent === undefined) return node;
  parent.children.push(node);
  return root;
}

const ENTITIES: Record<string, string> = dictionary({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" });

/** @throws XmlFault on an entity that XML itself does not know */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;]{0,10});?/g, (all, name: string) => {
    const named = ENTITIES[name];
    if (named !== undefined) return named;
    const number = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
    const code = number === null ? NaN : number[1] !== undefined ? parseInt(number[1], 16) : Number(number[2]);
    if (!(code <= 0x10ffff)) throw new XmlFault(`The entity ${all} is not known.`);
    return String.fromCodePoint(code);
  });
}

/** For an element's text or an attribute's value. */
export function escapeXml(text: string): string {
  return /[&<>"\t\n\r]/.test(text) ? text.replace(/[&<>"\t\n\r]/g, (mark) => ESCAPES[mark] ?? mark) : text;
}

const ESCAPES: Record<string, string> = dictionary({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
});

/**
 * Text as ST_Xstring writes it (ECMA-376 part 1, 22.9.2.19): what XML cannot hold stands as `_xHHHH_`, and text that
 * looks like such an escape has its underscore escaped.
 */
export function encodeXstring(text: string): string {
  if (!/[^\n\t -\uD7FF\uE000-\uFFFD]|_x[0-9a-fA-F]{4}_/.test(text))
    return escapeXml(text).replaceAll('&#10;', '\n').replaceAll('&#9;', '\t');
  const marked = text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n\t -\uD7FF\uE000-\uFFFD]/g, (mark) =>
      mark.length === 2 ? mark : `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  return escapeXml(marked).replaceAll('&#10;', '\n').replaceAll('&#9;', '\t');
}

/** The way back from `encodeXstring`, after the XML entities. */
export function decodeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export const child = (node: XmlNode | null | undefined, name: string): XmlNode | null =>
  node?.children.find((each) => each.name === name) ?? null;

export const childrenNamed = (node: XmlNode | null | undefined, name: string): XmlNode[] =>
  node?.children.filter((each) => each.name === name) ?? [];

/** Follows child names from a node. */
export const descend = (node: XmlNode | null, ...names: string[]): XmlNode | null => names.reduce(child, node);

/** All elements below of that name, in order. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  const found: XmlNode[] = [];
  // A list instead of the stack: a part may be nested deeper than that.
  const waiting = node.children.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    for (let at = next.children.length - 1; at >= 0; at -= 1) waiting.push(next.children[at] as XmlNode);
  }
  return found;
}

export const attribute = (node: XmlNode | null | undefined, name: string): string | null => node?.attributes.get(name) ?? null;

/** An attribute of another namespace, whatever prefix the file gave it (`r:id`, `ns2:id`). */
export function prefixedAttribute(node: XmlNode, name: string): string | null {
  for (const [key, value] of node.attributes) if (key.endsWith(`:${name}`)) return value;
  return null;
}

/** Null where it is missing or not a number. */
export function numberAttribute(node: XmlNode | null | undefined, name: string): number | null {
  const text = attribute(node, name);
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

/** xsd:boolean, also in the words of older files (`t`, `on`). */
export function flag(node: XmlNode | null | undefined, name: string, otherwise = false): boolean {
  const text = attribute(node, name);
  return text === null ? otherwise : ['1', 'true', 't', 'on'].includes(text.toLowerCase());
}

/** ` name="value"` for each that is not null or undefined; true is 1. */
export function attributes(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  let out = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    out += ` ${name}="${typeof value === 'boolean' ? (value ? '1' : '0') : typeof value === 'number' ? String(value) : escapeXml(value)}"`;
  }
  return out;
}

export function element(name: string, values: Parameters<typeof attributes>[0], content = ''): string {
  return content === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`;
}

/** A start tag with attributes changed; null removes one. Others stay, in their order. */
export function patchedAttributes(node: XmlNode | null, changes: Parameters<typeof attributes>[0]): string {
  const merged: Record<string, string | number | boolean | null | undefined> = Object.fromEntries(node?.attributes ?? []);
  return attributes(Object.assign(merged, changes));
}

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replaces stretches that do not overlap. */
export function splice(source: string, splices: readonly Splice[]): string {
  let out = '';
  let at = 0;
  for (const each of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    out += source.slice(at, each.start) + each.text;
    at = each.end;
  }
  return out + source.slice(at);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
