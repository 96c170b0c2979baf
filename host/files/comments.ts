/**
 * Comments of a sheet: the threads, and what programs that know no threads show in their place, a note and its box for
 * each. Notes that a person wrote stay as they stand.
 */
import { cellText, parseA1 } from '../workbook/address';
import type { Comment, Remark } from '../workbook/model';
import { noteBoxes } from './noteBoxes';
import { CONTENT, partOfKind, RELATION, relationKind } from './package';
import { THREADED, type Person } from './persons';
import type { Section, SheetWriting } from './section';
import { MAIN } from './styleWrite';
import {
  attribute,
  child,
  childrenNamed,
  decodeXstring,
  element,
  encodeXstring,
  flag,
  numberAttribute,
  patchedAttributes,
  XML_HEAD,
  type XmlNode,
} from './xml';

const REVISIONS = 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
/** Begins the author of a note that stands for a thread; the thread's id follows. */
const THREAD = 'tc=';

export const comments: Section = {
  elements: ['legacyDrawing'],
  state: (sheet) => sheet.comments,
  read: ({ sheet, package: file, path, relations, persons, findings }) => {
    const part = partOfKind(path, relations, 'threadedComment');
    if (part === null || file.find(part) === null) return;
    const threads = file.readable(part);
    if (threads === null) findings.add('objectUnreadable', sheet.name, 'comments');
    else sheet.comments.push(...readThreads(threads.root, persons));
  },
  write: (writing) => {
    const notes = readNotes(writing);
    const { sheet, relations, parts } = writing;
    if (sheet.comments.length === 0) dropParts(writing, ['threadedComment']);
    else writeThreads(writing);
    const boxes = noteBoxes(originalOf(writing, 'vmlDrawing'), [
      ...notes.map((node) => attribute(node, 'ref') ?? ''),
      ...sheet.comments.map(({ row, column }) => cellText(row, column)),
    ]);
    if (notes.length + sheet.comments.length === 0) dropParts(writing, ['comments']);
    else writeNotes(writing, notes);
    if (boxes === null) {
      dropParts(writing, ['vmlDrawing']);
      return [''];
    }
    const path = placeOf(writing, 'vmlDrawing', 'xl/drawings/vmlDrawing#.vml');
    parts.add(path, CONTENT.vmlDrawing, boxes);
    return [element('legacyDrawing', { 'r:id': relations.toPart(RELATION.vmlDrawing, path) })];
  },
};

type Kind = 'threadedComment' | 'comments' | 'vmlDrawing';

const placeOf = ({ path, relations, parts }: SheetWriting, kind: Kind, pattern: string): string =>
  partOfKind(path, relations.all, kind) ?? parts.freePath(pattern);

function originalOf({ path, relations, parts }: SheetWriting, kind: Kind): ReturnType<SheetWriting['parts']['readable']> {
  const part = partOfKind(path, relations.all, kind);
  return part === null ? null : parts.readable(part);
}

function dropParts({ path, relations, parts }: SheetWriting, kinds: readonly Kind[]): void {
  for (const kind of kinds) {
    const part = partOfKind(path, relations.all, kind);
    if (part === null) continue;
    parts.drop(part);
    relations.drop((relation) => relationKind(relation) === kind);
  }
}

/* ---- threads ---- */

function readThreads(root: XmlNode, persons: readonly Person[]): Comment[] {
  const nodes = childrenNamed(root, 'threadedComment');
  const threads = nodes.flatMap((node): Comment[] => {
    const area = attribute(node, 'parentId') === null ? parseA1(attribute(node, 'ref') ?? '') : null;
    if (area === null) return [];
    return [{ ...remarkOf(node, persons), row: area.top, column: area.left, resolved: flag(node, 'done'), replies: [] }];
  });
  const byId = new Map<string | null, Comment>(threads.map((thread) => [thread.id, thread]));
  for (const node of nodes) byId.get(attribute(node, 'parentId'))?.replies.push(remarkOf(node, persons));
  return threads;
}

const contentOf = (node: XmlNode): string => decodeXstring(child(node, 'text')?.text ?? '');

function remarkOf(node: XmlNode, persons: readonly Person[]): Remark {
  const person = persons.find(({ id }) => id === attribute(node, 'personId'));
  const said = attribute(node, 'dT') ?? '';
  // In UTC where no zone is named.
  const time = new Date(/[Zz]|[+-]\d\d:\d\d$/.test(said) ? said : `${said}Z`);
  return {
    id: attribute(node, 'id') ?? '',
    content: contentOf(node),
    authorName: person?.name ?? '',
    authorEmail: person?.email ?? '',
    created: Number.isNaN(time.getTime()) ? '' : time.toISOString(),
  };
}

function writeThreads(writing: SheetWriting): void {
  const { sheet, relations, parts, persons } = writing;
  const was = originalOf(writing, 'threadedComment');
  const known = new Map(childrenNamed(was?.root, 'threadedComment').map((node) => [attribute(node, 'id') ?? '', node]));
  const items = sheet.comments.flatMap((comment) =>
    [comment, ...comment.replies].map((remark) => {
      const isReply = remark !== comment;
      const ref = cellText(comment.row, comment.column);
      const node = known.get(remark.id);
      if (was !== null && node !== undefined && contentOf(node) === remark.content) {
        const isMarked = isReply || flag(node, 'done') === comment.resolved;
        const set = patchedAttributes(node, isMarked ? { ref } : { ref, done: comment.resolved || null });
        // A remark that names people has marks of its own for them.
        return `<threadedComment${set}>${was.source.slice(node.contentStart, node.contentEnd)}</threadedComment>`;
      }
      const set = {
        xmlns: THREADED,
        ref,
        dT: remark.created === '' ? null : remark.created.replace(/0?Z$/, ''),
        personId: persons.idOf(remark.authorName, remark.authorEmail),
        id: remark.id,
        parentId: isReply ? comment.id : null,
        done: !isReply && comment.resolved ? true : null,
      };
      return element('threadedComment', set, `<text>${encodeXstring(remark.content)}</text>`);
    }),
  );
  const head = was === null ? `<ThreadedComments xmlns="${THREADED}">` : `<ThreadedComments${rootSet(was.root)}>`;
  const path = placeOf(writing, 'threadedComment', 'xl/threadedComments/threadedComment#.xml');
  parts.add(path, CONTENT.threadedComments, `${XML_HEAD}${head}${items.join('')}</ThreadedComments>`);
  relations.toPart(RELATION.threadedComment, path);
}

/** The namespaces of a part stay declared for what is copied from it. */
const rootSet = (root: XmlNode): string => patchedAttributes(root, { xmlns: THREADED });

/* ---- notes ---- */

const authorsOf = (root: XmlNode | undefined): string[] =>
  childrenNamed(child(root, 'authors'), 'author').map(({ text }) => decodeXstring(text));

/** Notes that stand for no thread. */
function readNotes(writing: SheetWriting): XmlNode[] {
  const root = originalOf(writing, 'comments')?.root;
  const authors = authorsOf(root);
  return childrenNamed(child(root, 'commentList'), 'comment').filter(
    (node) => !(authors[numberAttribute(node, 'authorId') ?? 0] ?? '').startsWith(THREAD),
  );
}

function writeNotes(writing: SheetWriting, notes: readonly XmlNode[]): void {
  const { sheet, relations, parts } = writing;
  const was = originalOf(writing, 'comments');
  const before = authorsOf(was?.root);
  const authors = new Map<string, number>();
  const authorId = (name: string): number => {
    const id = authors.get(name) ?? authors.size;
    authors.set(name, id);
    return id;
  };
  const kept = notes.map((node) => {
    const set = patchedAttributes(node, { authorId: authorId(before[numberAttribute(node, 'authorId') ?? 0] ?? '') });
    return `<comment${set}>${was?.source.slice(node.contentStart, node.contentEnd) ?? ''}</comment>`;
  });
  const stands = sheet.comments.map((comment) => {
    const set = {
      ref: cellText(comment.row, comment.column),
      authorId: authorId(`${THREAD}${comment.id}`),
      shapeId: 0,
      'xr:uid': comment.id,
    };
    return element('comment', set, `<text><t xml:space="preserve">${encodeXstring(asNote(comment))}</t></text>`);
  });
  const ignorable = new Set([...(attribute(was?.root, 'mc:Ignorable') ?? '').split(' '), 'xr'].filter((each) => each !== ''));
  const root = patchedAttributes(was?.root ?? null, {
    xmlns: MAIN,
    'xmlns:mc': COMPATIBILITY,
    'mc:Ignorable': [...ignorable].join(' '),
    'xmlns:xr': REVISIONS,
  });
  const list = [...authors.keys()].map((name) => `<author>${encodeXstring(name)}</author>`).join('');
  const path = placeOf(writing, 'comments', 'xl/comments#.xml');
  parts.add(
    path,
    CONTENT.comments,
    `${XML_HEAD}<comments${root}><authors>${list}</authors><commentList>${[...kept, ...stands].join('')}</commentList></comments>`,
  );
  relations.toPart(RELATION.comments, path);
}

/** A thread in one text, with who said what. */
const asNote = (comment: Comment): string =>
  [comment, ...comment.replies].map(({ authorName, content }) => `${authorName}: ${content}`).join('\n\n');
