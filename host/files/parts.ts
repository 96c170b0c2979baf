/** The parts of a file while it is put together: those of the file it came from, replaced and added to. */
import { attribute, attributes, parseXml, splice, XML_HEAD, type XmlNode } from './xml';
import { relationsPath, resolveTarget, writeRelations, type Package, type Relation } from './package';
import { PartWriter } from './partWriter';
import type { PartSink } from './section';
import { pack, zipPieces, type Deflate, type ZipEntry } from './zip';

const TYPES = '[Content_Types].xml';

export class PartSet implements PartSink {
  /** Packed as soon as they are there: the text of a large sheet takes ten times the room. */
  private readonly written = new Map<string, ZipEntry>();
  private readonly types = new Map<string, string>();
  private readonly dropped = new Set<string>();
  private readonly relations = new Map<string, readonly Relation[]>();

  /** @param file null for a workbook that came from no file */
  constructor(
    private readonly file: Package | null,
    private readonly deflate: Deflate,
  ) {}

  /** @param pattern with a "#" where a number stands. */
  freePath(pattern: string): string {
    for (let number = 1; ; number += 1) {
      const path = pattern.replace('#', String(number));
      if (!this.written.has(path) && (this.file?.find(path) ?? null) === null) return path;
    }
  }

  add(path: string, contentType: string, content: string): void {
    this.put(path, content);
    this.register(path, contentType);
  }

  /** Adds a part that is too large to be held as one text. */
  write(path: string, contentType: string, content: (out: PartWriter) => void): void {
    const out = new PartWriter(path, this.deflate);
    content(out);
    this.written.set(path, out.end());
    this.register(path, contentType);
  }

  addRelations(path: string, relations: readonly Relation[]): void {
    this.relations.set(path, relations);
    const part = relationsPath(path);
    if (relations.length > 0) this.put(part, writeRelations(relations));
    else this.drop(part);
  }

  original(path: string): { readonly source: string; readonly root: XmlNode } | null {
    const found = this.file?.find(path) ?? null;
    return found === null || this.file === null ? null : this.file.xml(found);
  }

  readable(path: string): { readonly source: string; readonly root: XmlNode } | null {
    return this.file?.readable(path) ?? null;
  }

  originalRelations(path: string): readonly Relation[] {
    return this.file?.relations(path) ?? [];
  }

  drop(path: string): void {
    for (const each of [path, relationsPath(path)]) {
      this.written.delete(each);
      this.dropped.add(each);
    }
  }

  private put(path: string, content: string): void {
    this.written.set(path, pack(path, new TextEncoder().encode(content), this.deflate));
  }

  private register(path: string, contentType: string): void {
    this.types.set(path, contentType);
    this.dropped.delete(path);
  }

  /** Parts that only dropped ones led to go with them; parts that nothing ever led to stay. */
  private sweep(): void {
    const before = this.reachable((path) => this.originalRelations(path));
    const after = this.reachable((path) =>
      this.dropped.has(path) ? [] : (this.relations.get(path) ?? this.originalRelations(path)),
    );
    for (const path of before) if (!after.has(path)) this.drop(path);
  }

  private reachable(relationsOf: (path: string) => readonly Relation[]): Set<string> {
    const seen = new Set<string>();
    const walk = (path: string): void => {
      for (const relation of relationsOf(path)) {
        const target = relation.external ? '' : resolveTarget(path, relation.target);
        const name = this.written.has(target) ? target : (this.file?.find(target) ?? '');
        if (name === '' || seen.has(name)) continue;
        seen.add(name);
        walk(name);
      }
    };
    walk('');
    return seen;
  }

  /** The file in pieces: parts of the original in their order, new ones after them. */
  toZip(): Uint8Array[] {
    if (this.file !== null) this.sweep();
    this.put(TYPES, this.contentTypes());
    const names = new Set([...(this.file?.entries.keys() ?? [TYPES]), ...this.written.keys()]);
    const entries = [...names].flatMap((name): ZipEntry[] => {
      const entry = this.written.get(name) ?? (this.dropped.has(name) ? undefined : this.file?.entries.get(name));
      return entry === undefined ? [] : [entry];
    });
    return zipPieces(entries);
  }

  private contentTypes(): string {
    const was = this.original(TYPES);
    const source = was?.source ?? EMPTY_TYPES;
    const root = was?.root ?? parseXml(EMPTY_TYPES);
    const overrides = new Map(
      root.children
        .filter((node) => node.name === 'Override')
        .map((node) => [(attribute(node, 'PartName') ?? '').slice(1), node]),
    );
    const gone = [...overrides]
      .filter(([path]) => this.dropped.has(path))
      .map(([, { start, end }]) => ({ start, end, text: '' }));
    const added = [...this.types]
      .filter(([path]) => !overrides.has(path) && !this.dropped.has(path))
      .map(
        ([path, type]) =>
          `<${root.prefix === '' ? '' : `${root.prefix}:`}Override${attributes({ PartName: `/${path}`, ContentType: type })}/>`,
      );
    return splice(source, [...gone, { start: root.contentEnd, end: root.contentEnd, text: added.join('') }]);
  }
}

const EMPTY_TYPES =
  `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/></Types>';
