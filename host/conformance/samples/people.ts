/** Samples of comments and events. */

import { codeOf, onSheet, settled, withSales, type Sample } from './sample';

export const people: readonly Sample[] = [
  {
    title: 'a comment, a reply, and where they are when rows move',
    start: { author: { name: 'Ann Lee', email: 'ann@example.com' } },
    run: ({ Excel: excel }) =>
      excel.run(async (context) => {
        const { comments, worksheets } = context.workbook;
        const comment = comments.add('Sheet1!C3', 'Two chairs only?');
        comment.replies.add('One is on order.');
        worksheets.getFirst().getRange('1:1').insert('Down');
        const place = comment.getLocation().load('address');
        comment.load('content,authorName,creationDate');
        const replies = comment.replies.load('items/content,items/id');
        const count = comments.getCount();
        await context.sync();
        const parent = comments.getItemByReplyId(replies.items[0]?.id ?? '').load('content');
        const again = comments.getItemByCell('Sheet1!C4').load('id');
        comment.load('id');
        await context.sync();
        return [
          [comment.content, comment.authorName, comment.creationDate instanceof Date],
          replies.items.map(({ content }) => content),
          [place.address, count.value],
          [parent.content, again.id === comment.id],
        ];
      }),
    gives: [['Two chairs only?', 'Ann Lee', true], ['One is on order.'], ['Sheet1!C4', 1], ['Two chairs only?', true]],
  },
  {
    title: 'a comment changed, resolved and taken away',
    run: (excel) =>
      onSheet(excel, async (sheet, context) => {
        const comment = sheet.comments.add('Sheet1!A1', 'First');
        comment.content = 'Better';
        comment.resolved = true;
        comment.load('content,resolved');
        await context.sync();
        const before = [comment.content, comment.resolved];
        comment.delete();
        const count = sheet.comments.getCount();
        await context.sync();
        return [before, count.value];
      }),
    gives: [['Better', true], 0],
  },
  {
    title: 'comments that cannot be',
    run: async (excel) => {
      const add = (place: string, text = 'Why?'): Promise<string> =>
        codeOf(
          excel.Excel.run(async (context) => {
            context.workbook.comments.add(place, text);
            await context.sync();
          }),
        );
      const find = codeOf(
        excel.Excel.run(async (context) => {
          context.workbook.comments.getItemByCell('Sheet1!Z9').load('content');
          await context.sync();
        }),
      );
      return [await add('Sheet1!A1:B2'), await add('A1'), await add('Sheet1!A1', ''), await find];
    },
    gives: ['InvalidArgument', 'InvalidArgument', 'InvalidArgument', 'ItemNotFound'],
  },
  {
    title: 'comments tell of themselves',
    run: async (excel) => {
      const heard: string[] = [];
      await excel.Excel.run(async (context) => {
        const { comments } = context.workbook;
        comments.onAdded.add(({ type }) => Promise.resolve(void heard.push(type)));
        comments.onChanged.add(({ type, changeType }) => Promise.resolve(void heard.push(`${type} ${changeType}`)));
        comments.onDeleted.add(({ type }) => Promise.resolve(void heard.push(type)));
        await context.sync();
        const comment = comments.add('Sheet1!B2', 'Look.');
        comment.replies.add('I have.');
        comment.delete();
        await context.sync();
      });
      await settled(excel);
      return heard;
    },
    gives: ['CommentAdded', 'CommentChanged ReplyAdded', 'CommentDeleted'],
  },
  {
    title: 'a change of the add-in and one of a person are told apart',
    run: async (excel) => {
      const heard: unknown[] = [];
      await onSheet(excel, async (sheet, context) => {
        sheet.onChanged.add(({ address, triggerSource, changeType }) =>
          Promise.resolve(void heard.push([address, triggerSource, changeType])),
        );
        await context.sync();
        sheet.getRange('A1:A2').values = [[1], [2]];
        await context.sync();
      });
      excel.type('Sheet1', 4, 1, 'typed');
      await settled(excel);
      return heard;
    },
    gives: [
      ['A1:A2', 'ThisLocalAddin', 'RangeEdited'],
      ['B5', 'Unknown', 'RangeEdited'],
    ],
  },
  {
    title: 'a click on a cell, and the selection that follows',
    run: async (excel) => {
      const heard: string[] = [];
      await onSheet(excel, async (sheet, context) => {
        sheet.onSingleClicked.add(({ address }) => Promise.resolve(void heard.push(`clicked ${address}`)));
        sheet.onSelectionChanged.add(({ address }) => Promise.resolve(void heard.push(`selected ${address}`)));
        await context.sync();
      });
      excel.click('Sheet1', 2, 1);
      await settled(excel);
      return heard;
    },
    gives: ['clicked B3', 'selected B3'],
  },
  {
    title: 'sheets and tables come and go, and tell of it',
    run: async (excel) => {
      const heard: string[] = [];
      await excel.Excel.run(async (context) => {
        const { worksheets, tables } = context.workbook;
        const hear = ({ type }: { type: string }): Promise<void> => Promise.resolve(void heard.push(type));
        worksheets.onAdded.add(hear);
        worksheets.onDeleted.add(hear);
        tables.onAdded.add(hear);
        tables.onDeleted.add(hear);
        await context.sync();
        const sheet = worksheets.add('More');
        withSales(sheet);
        const table = sheet.tables.add('A1:D5', true);
        await context.sync();
        table.delete();
        sheet.delete();
        await context.sync();
      });
      await settled(excel);
      return heard;
    },
    gives: ['WorksheetAdded', 'TableAdded', 'TableDeleted', 'WorksheetDeleted'],
  },
  {
    title: 'no event while events are off, none for a handler taken away',
    run: async (excel) => {
      const heard: string[] = [];
      await onSheet(excel, async (sheet, context) => {
        const handler = sheet.onChanged.add(({ address }) => Promise.resolve(void heard.push(address)));
        await context.sync();
        context.runtime.enableEvents = false;
        sheet.getRange('A1').values = [[1]];
        await context.sync();
        context.runtime.enableEvents = true;
        sheet.getRange('A2').values = [[1]];
        await context.sync();
        await settled(excel);
        handler.remove();
        await handler.context.sync();
        sheet.getRange('A3').values = [[1]];
        await context.sync();
      });
      await settled(excel);
      return heard;
    },
    gives: ['A2'],
  },
];
