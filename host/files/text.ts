/** Rich and shared strings as plain text: runs are joined, phonetic guides left out. */
import { decodeXstring, parseXml, unescapeXml, type XmlNode } from './xml';

const PLAIN = /^<(?:\w+:)?t( xml:space="preserve")?>([^<]*)<\/(?:\w+:)?t>$/;

/** Text of what stands inside an `<si>` or `<is>`. @throws XmlFault */
export function stringItem(inner: string): string {
  const plain = PLAIN.exec(inner);
  if (plain !== null) return tidy(unescapeXml(plain[2] ?? ''), plain[1] !== undefined);
  return inner === '' ? '' : richText(parseXml(`<si>${inner}</si>`));
}

/** Runs hold texts and no further runs. */
function richText(item: XmlNode): string {
  return item.children
    .flatMap((part) => (part.name === 'r' ? part.children : part))
    .map((part) => (part.name === 't' ? tidy(part.text, part.attributes.get('xml:space') === 'preserve') : ''))
    .join('');
}

/** Excel keeps outer blanks only where `xml:space` says so. */
function tidy(text: string, preserve: boolean): string {
  const kept = preserve ? text : text.replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/g, '');
  return decodeXstring(normaliseLineEnds(kept));
}

export const normaliseLineEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** All items of sharedStrings.xml in order. @throws XmlFault */
export function readSharedStrings(source: string): string[] {
  const prefix = /<(\w+:)?sst[\s>/]/.exec(source)?.[1] ?? '';
  const open = `<${prefix}si`;
  const close = `</${prefix}si>`;
  const items: string[] = [];
  let at = source.indexOf(open);
  while (at >= 0) {
    const tagEnd = source.indexOf('>', at);
    if (source[tagEnd - 1] === '/') {
      items.push('');
      at = source.indexOf(open, tagEnd);
      continue;
    }
    const end = source.indexOf(close, tagEnd);
    if (end < 0) {
      parseXml(source);
      break;
    }
    items.push(stringItem(source.slice(tagEnd + 1, end)));
    at = source.indexOf(open, end + close.length);
  }
  if (!source.includes(`</${prefix}sst>`) && !/<(?:\w+:)?sst[^>]*\/>/.test(source)) parseXml(source);
  return items;
}
