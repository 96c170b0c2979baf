/** Comments: threads on one cell each, of a sheet or of the whole workbook. */

import { systemClock } from '../../workbook/clock';
import type { Sheet } from '../../workbook/model';
import { cellsOf } from '../area';
import { readFlag, readText, type Args } from '../args';
import type { Cells } from '../cells';
import type { Comment, Remark } from '../comments';
import { refuse } from '../errors';
import { newId } from '../ids';
import { guardOption } from '../protection';
import { defineKind, reads, type Kind, type Node, type Property } from '../schema';
import type { Session } from '../session';
import { readRange } from './geometry';
import { rangeKind } from './range';
import { registrations } from './registrations';

interface Comments {
  /** Null for the whole workbook. */
  readonly sheet: Sheet | null;
}

interface CommentTarget {
  readonly comment: Comment;
}

interface ReplyTarget extends CommentTarget {
  readonly reply: Remark;
}

const LONGEST = 32_767;

const readContent = (args: Args, index: number): string => {
  const content = args.at(index);
  if (content === null) throw refuse('InvalidArgument');
  if (args.choice(index + 1, ['Plain', 'Mention'] as const, 'Plain') === 'Mention' || typeof content !== 'string')
    throw refuse('ApiNotFound', 'Comments that mention people are not part of this host.');
  if (content === '' || content.length > LONGEST) throw refuse('InvalidArgument');
  return content;
};

const written = (content: string, { author }: Session): Remark => ({
  id: newId(),
  content,
  authorName: author.name,
  authorEmail: author.email,
  created: new Date(systemClock()).toISOString(),
});

/** The one cell of an argument; an address says its sheet. @throws Refusal InvalidArgument */
const readCell = (value: unknown, session: Session, home: Sheet | null): Cells => {
  const cells = readRange(value, session, home);
  if (cellsOf(cells.area) !== 1) throw refuse('InvalidArgument');
  return cells;
};

const onCell = (session: Session, { sheet, area }: Cells): Comment | undefined =>
  session.comments.find(({ cells }) => cells.sheet === sheet && cells.area.top === area.top && cells.area.left === area.left);

const listOf = ({ sheet }: Comments, session: Session): Comment[] =>
  session.comments.filter(({ cells }) => sheet === null || cells.sheet === sheet);

const locationOf = ({ comment }: CommentTarget): Node => rangeKind(comment.cells);

/** What comments and replies have in common. */
const remarkScalars = <T extends CommentTarget>(remark: (target: T) => Remark): Record<string, Property<T>> => ({
  Id: reads((target) => remark(target).id),
  Content: {
    get: (target) => remark(target).content,
    set: (target, value, session) => {
      guardOption(target.comment.cells.sheet, 'allowEditObjects');
      const changed = remark(target);
      changed.content = readText(value);
      tell('commentChanged', target.comment, session, changed === target.comment ? 'CommentEdited' : 'ReplyEdited');
    },
  },
  AuthorName: reads((target) => remark(target).authorName),
  AuthorEmail: reads((target) => remark(target).authorEmail),
  CreationDate: reads((target) => remark(target).created),
  ContentType: reads(() => 'Plain'),
  RichContent: reads((target) => remark(target).content),
  Mentions: reads(() => []),
});

type ChangeType = 'CommentEdited' | 'CommentResolved' | 'CommentReopened' | 'ReplyAdded' | 'ReplyDeleted' | 'ReplyEdited';
type CommentEvent = 'commentAdded' | 'commentDeleted' | 'commentChanged';

/** The workbook's comments and those of the sheet hear of it. */
const tell = (
  type: CommentEvent,
  { id, cells, replies }: Comment,
  session: Session,
  changeType: ChangeType = 'CommentEdited',
): void => {
  const payload = {
    commentDetails: [{ commentId: id, replyIds: replies.map((reply) => reply.id) }],
    worksheetId: cells.sheet.id,
    source: 'Local',
    ...(type === 'commentChanged' ? { changeType } : {}),
  };
  session.tell(type, cells.sheet.id, payload);
  session.tell(type, 'Workbook', payload);
};

const commentKind: Kind<CommentTarget> = defineKind<CommentTarget>('Comment', () => ({
  identity: ({ comment }) => ({ Id: comment.id }),
  scalars: {
    ...remarkScalars<CommentTarget>(({ comment }) => comment),
    Resolved: {
      get: ({ comment }) => comment.resolved,
      set: ({ comment }, value, session) => {
        guardOption(comment.cells.sheet, 'allowEditObjects');
        comment.resolved = readFlag(value);
        tell('commentChanged', comment, session, comment.resolved ? 'CommentResolved' : 'CommentReopened');
      },
    },
  },
  navigations: { Replies: (target) => repliesKind(target) },
  objects: { GetLocation: locationOf },
  actions: {
    Delete: ({ comment }, _args, session) => {
      guardOption(comment.cells.sheet, 'allowEditObjects');
      const index = session.comments.indexOf(comment);
      if (index < 0) throw refuse('ItemNotFound');
      session.comments.splice(index, 1);
      tell('commentDeleted', comment, session);
    },
  },
}));

const nodeOf = (comment: Comment | undefined): Node | null => (comment ? commentKind({ comment }) : null);

const byId = (comments: Comments, id: unknown, session: Session): Node | null =>
  nodeOf(listOf(comments, session).find((comment) => comment.id === id));

/** The comments of a sheet, or all. */
export const commentsKind: Kind<Comments> = defineKind<Comments>('CommentCollection', () => ({
  items: (comments, session) => listOf(comments, session).map((comment) => commentKind({ comment })),
  item: byId,
  objects: {
    Add: ({ sheet }, args, session) => {
      const cells = readCell(args.at(0), session, sheet);
      if (sheet && cells.sheet !== sheet) throw refuse('InvalidArgument');
      guardOption(cells.sheet, 'allowEditObjects');
      if (onCell(session, cells)) throw refuse('InvalidOperation', 'The cell has a comment already; reply to it.');
      const comment: Comment = { ...written(readContent(args, 1), session), cells, resolved: false, replies: [] };
      session.comments.push(comment);
      tell('commentAdded', comment, session);
      return commentKind({ comment });
    },
    GetItem: (comments, args, session) => byId(comments, args.text(0), session),
    GetItemAt: (comments, args, session) => {
      const comment = listOf(comments, session)[args.integer(0)];
      if (!comment) throw refuse('InvalidArgument');
      return commentKind({ comment });
    },
    GetItemByCell: ({ sheet }, args, session) => {
      const cells = readCell(args.at(0), session, sheet);
      return sheet && cells.sheet !== sheet ? null : nodeOf(onCell(session, cells));
    },
    GetItemByReplyId: (comments, args, session) => {
      const id = args.text(0);
      return nodeOf(listOf(comments, session).find(({ replies }) => replies.some((reply) => reply.id === id)));
    },
  },
  actions: {
    GetCount: (comments, _args, session) => listOf(comments, session).length,
    ...registrations('AddedEvent', 'ChangedEvent', 'DeletedEvent'),
  },
}));

const replyKind: Kind<ReplyTarget> = defineKind<ReplyTarget>('CommentReply', () => ({
  identity: ({ reply }) => ({ Id: reply.id }),
  scalars: {
    ...remarkScalars<ReplyTarget>(({ reply }) => reply),
    Resolved: reads(({ comment }) => comment.resolved),
  },
  objects: { GetLocation: locationOf, GetParentComment: ({ comment }) => commentKind({ comment }) },
  actions: {
    Delete: ({ comment, reply }, _args, session) => {
      guardOption(comment.cells.sheet, 'allowEditObjects');
      const index = comment.replies.indexOf(reply);
      if (index < 0) throw refuse('ItemNotFound');
      comment.replies.splice(index, 1);
      tell('commentChanged', comment, session, 'ReplyDeleted');
    },
  },
}));

const replyById = ({ comment }: CommentTarget, id: unknown): Node | null => {
  const reply = comment.replies.find((one) => one.id === id);
  return reply ? replyKind({ comment, reply }) : null;
};

const repliesKind: Kind<CommentTarget> = defineKind<CommentTarget>('CommentReplyCollection', () => ({
  items: ({ comment }) => comment.replies.map((reply) => replyKind({ comment, reply })),
  item: replyById,
  objects: {
    Add: ({ comment }, args, session) => {
      guardOption(comment.cells.sheet, 'allowEditObjects');
      const reply = written(readContent(args, 0), session);
      comment.replies.push(reply);
      tell('commentChanged', comment, session, 'ReplyAdded');
      return replyKind({ comment, reply });
    },
    GetItem: (target, args) => replyById(target, args.text(0)),
    GetItemAt: ({ comment }, args) => {
      const reply = comment.replies[args.integer(0)];
      if (!reply) throw refuse('InvalidArgument');
      return replyKind({ comment, reply });
    },
  },
  actions: { GetCount: ({ comment }) => comment.replies.length },
}));
