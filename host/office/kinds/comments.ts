/** Comments: threads on one cell each, of a sheet or of the whole workbook. */

import { systemClock } from '../../workbook/clock';
import { cellArea } from '../../workbook/area';
import type { Comment, Remark, Sheet, Workbook } from '../../workbook/model';
import { cellsOf } from '../area';
import { readFlag, readText, type Args } from '../args';
import { Cells } from '../cells';
import { refuse } from '../errors';
import { freeId } from '../ids';
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
  readonly sheet: Sheet;
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

const isRemark = ({ sheets }: Workbook, id: string): boolean =>
  sheets.some(({ comments }) => comments.some((comment) => [comment, ...comment.replies].some((remark) => remark.id === id)));

const written = (content: string, session: Session): Remark => ({
  id: freeId((id) => isRemark(session.workbook, id)),
  content,
  authorName: session.author.name,
  authorEmail: session.author.email,
  created: new Date(systemClock()).toISOString(),
});

/** The one cell of an argument; an address says its sheet. @throws Refusal InvalidArgument */
const readCell = (value: unknown, session: Session, home: Sheet | null): Cells => {
  const cells = readRange(value, session, home);
  if (cellsOf(cells.area) !== 1) throw refuse('InvalidArgument');
  return cells;
};

const onCell = (all: readonly CommentTarget[], { sheet, area }: Cells): CommentTarget | undefined =>
  all.find((each) => each.sheet === sheet && each.comment.row === area.top && each.comment.column === area.left);

const listOf = ({ sheet }: Comments, { workbook }: Session): CommentTarget[] =>
  (sheet ? [sheet] : workbook.sheets).flatMap((each) => each.comments.map((comment) => ({ sheet: each, comment })));

const locationOf = ({ sheet, comment: { row, column } }: CommentTarget): Node =>
  rangeKind(new Cells(sheet, cellArea(row, column)));

/** What comments and replies have in common. */
const remarkScalars = <T extends CommentTarget>(remark: (target: T) => Remark): Record<string, Property<T>> => ({
  Id: reads((target) => remark(target).id),
  Content: {
    get: (target) => remark(target).content,
    set: (target, value, session) => {
      guardOption(target.sheet, 'allowEditObjects');
      const changed = remark(target);
      changed.content = readText(value);
      tell('commentChanged', target, session, changed === target.comment ? 'CommentEdited' : 'ReplyEdited');
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
  { sheet, comment: { id, replies } }: CommentTarget,
  session: Session,
  changeType: ChangeType = 'CommentEdited',
): void => {
  const payload = {
    commentDetails: [{ commentId: id, replyIds: replies.map((reply) => reply.id) }],
    worksheetId: sheet.id,
    source: 'Local',
    ...(type === 'commentChanged' ? { changeType } : {}),
  };
  sheet.touch({ kind: 'objects', sheet: sheet.id, trigger: 'addin' });
  session.tell(type, sheet.id, payload);
  session.tell(type, 'Workbook', payload);
};

const commentKind: Kind<CommentTarget> = defineKind<CommentTarget>('Comment', () => ({
  identity: ({ comment }) => ({ Id: comment.id }),
  scalars: {
    ...remarkScalars<CommentTarget>(({ comment }) => comment),
    Resolved: {
      get: ({ comment }) => comment.resolved,
      set: (target, value, session) => {
        const { sheet, comment } = target;
        guardOption(sheet, 'allowEditObjects');
        comment.resolved = readFlag(value);
        tell('commentChanged', target, session, comment.resolved ? 'CommentResolved' : 'CommentReopened');
      },
    },
  },
  navigations: { Replies: (target) => repliesKind(target) },
  objects: { GetLocation: locationOf },
  actions: {
    Delete: (target, _args, session) => {
      const { sheet, comment } = target;
      guardOption(sheet, 'allowEditObjects');
      const index = sheet.comments.indexOf(comment);
      if (index < 0) throw refuse('ItemNotFound');
      sheet.comments.splice(index, 1);
      tell('commentDeleted', target, session);
    },
  },
}));

const nodeOf = (target: CommentTarget | undefined): Node | null => (target ? commentKind(target) : null);

const byId = (comments: Comments, id: unknown, session: Session): Node | null =>
  nodeOf(listOf(comments, session).find(({ comment }) => comment.id === id));

/** The comments of a sheet, or all. */
export const commentsKind: Kind<Comments> = defineKind<Comments>('CommentCollection', () => ({
  items: (comments, session) => listOf(comments, session).map((target) => commentKind(target)),
  item: byId,
  objects: {
    Add: ({ sheet }, args, session) => {
      const cells = readCell(args.at(0), session, sheet);
      if (sheet && cells.sheet !== sheet) throw refuse('InvalidArgument');
      guardOption(cells.sheet, 'allowEditObjects');
      if (onCell(listOf({ sheet: cells.sheet }, session), cells))
        throw refuse('InvalidOperation', 'The cell has a comment already; reply to it.');
      const { top: row, left: column } = cells.area;
      const comment: Comment = { ...written(readContent(args, 1), session), row, column, resolved: false, replies: [] };
      cells.sheet.comments.push(comment);
      const target = { sheet: cells.sheet, comment };
      tell('commentAdded', target, session);
      return commentKind(target);
    },
    GetItem: (comments, args, session) => byId(comments, args.text(0), session),
    GetItemAt: (comments, args, session) => {
      const target = listOf(comments, session)[args.integer(0)];
      if (!target) throw refuse('InvalidArgument');
      return commentKind(target);
    },
    GetItemByCell: ({ sheet }, args, session) => {
      const cells = readCell(args.at(0), session, sheet);
      return sheet && cells.sheet !== sheet ? null : nodeOf(onCell(listOf({ sheet: cells.sheet }, session), cells));
    },
    GetItemByReplyId: (comments, args, session) => {
      const id = args.text(0);
      return nodeOf(listOf(comments, session).find(({ comment }) => comment.replies.some((reply) => reply.id === id)));
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
  objects: { GetLocation: locationOf, GetParentComment: ({ sheet, comment }) => commentKind({ sheet, comment }) },
  actions: {
    Delete: (target, _args, session) => {
      const { sheet, comment, reply } = target;
      guardOption(sheet, 'allowEditObjects');
      const index = comment.replies.indexOf(reply);
      if (index < 0) throw refuse('ItemNotFound');
      comment.replies.splice(index, 1);
      tell('commentChanged', target, session, 'ReplyDeleted');
    },
  },
}));

const replyById = ({ sheet, comment }: CommentTarget, id: unknown): Node | null => {
  const reply = comment.replies.find((one) => one.id === id);
  return reply ? replyKind({ sheet, comment, reply }) : null;
};

const repliesKind: Kind<CommentTarget> = defineKind<CommentTarget>('CommentReplyCollection', () => ({
  items: ({ sheet, comment }) => comment.replies.map((reply) => replyKind({ sheet, comment, reply })),
  item: replyById,
  objects: {
    Add: (target, args, session) => {
      const { sheet, comment } = target;
      guardOption(sheet, 'allowEditObjects');
      const reply = written(readContent(args, 0), session);
      comment.replies.push(reply);
      tell('commentChanged', target, session, 'ReplyAdded');
      return replyKind({ sheet, comment, reply });
    },
    GetItem: (target, args) => replyById(target, args.text(0)),
    GetItemAt: ({ sheet, comment }, args) => {
      const reply = comment.replies[args.integer(0)];
      if (!reply) throw refuse('InvalidArgument');
      return replyKind({ sheet, comment, reply });
    },
  },
  actions: { GetCount: ({ comment }) => comment.replies.length },
}));
