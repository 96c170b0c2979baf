import { writtenKinds } from '../../../host/office/schema';
import { openWorkbook, type Opened } from './support';

/** Registers and collects what an event tells. */
const collect = async <T>(
  opened: Opened,
  event: (context: Excel.RequestContext) => OfficeExtension.EventHandlers<T>,
): Promise<T[]> => {
  const heard: T[] = [];
  await opened.Excel.run(async (context) => {
    event(context).add((args) => {
      heard.push(args);
      return Promise.resolve();
    });
    await context.sync();
  });
  return heard;
};

/** Lets events that were sent arrive. */
const arrive = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const write = (opened: Opened, address: string, value: unknown): Promise<void> =>
  opened.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange(address).values = [[value]];
    await context.sync();
  });

test('a change by the add-in and one by a person, on the sheet and on the collection', async () => {
  const opened = openWorkbook();
  const onSheet = await collect(opened, (context) => context.workbook.worksheets.getItem('Sheet1').onChanged);
  const onAll = await collect(opened, (context) => context.workbook.worksheets.onChanged);
  await write(opened, 'B2', 1);
  opened.workbook.transact('person', () => opened.workbook.sheets[0]?.enter(4, 0, 'typed'));
  await arrive();
  const told = onSheet.map(({ address, changeType, source, triggerSource }) => [address, changeType, source, triggerSource]);
  expect(told).toEqual([
    ['B2', 'RangeEdited', 'Local', 'ThisLocalAddin'],
    ['A5', 'RangeEdited', 'Local', 'Unknown'],
  ]);
  expect(onAll.map(({ address, worksheetId }) => [address, worksheetId])).toEqual([
    ['B2', opened.workbook.sheets[0]?.id],
    ['A5', opened.workbook.sheets[0]?.id],
  ]);
});

test('of one cell that was edited, what was in it and what is now; of several nothing', async () => {
  const opened = openWorkbook();
  const sheet = opened.workbook.sheets[0];
  const heard = await collect(opened, (context) => context.workbook.worksheets.getItem('Sheet1').onChanged);
  const byPerson = (change: () => void): void => opened.workbook.transact('person', change);
  await write(opened, 'A1', 12.5);
  byPerson(() => sheet?.enter(0, 0, '=1/0'));
  byPerson(() => sheet?.clear({ top: 0, left: 0, bottom: 0, right: 0 }, 'Contents'));
  await opened.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
    cell.values = [[true]];
    cell.values = [['last']];
    await context.sync();
  });
  byPerson(() => {
    sheet?.enter(0, 0, 'one');
    sheet?.enter(1, 0, 'other');
  });
  byPerson(() => sheet?.insert({ top: 0, left: 0, bottom: 0, right: 0 }, 'Down'));
  await arrive();
  const told = heard.map(({ details }) => details as Excel.ChangedEventDetail | undefined);
  expect(
    told.map((one) => one && ([one.valueBefore, one.valueTypeBefore, one.valueAfter, one.valueTypeAfter] as unknown[])),
  ).toEqual([
    ['', 'Empty', 12.5, 'Double'],
    [12.5, 'Double', '#DIV/0!', 'Error'],
    ['#DIV/0!', 'Error', '', 'Empty'],
    ['', 'Empty', 'last', 'String'],
    undefined,
    undefined,
  ]);
});

test('what happened before anybody asked for an event is told to nobody', async () => {
  const opened = openWorkbook();
  await write(opened, 'B2', 1);
  const { bridge } = opened.host;
  const messages: string[] = [];
  const hear = bridge.onMessageFromHost;
  bridge.onMessageFromHost = (text) => {
    messages.push(text);
    hear?.(text);
  };
  const told = (): boolean => messages.some((text) => text.includes('"entries"'));
  opened.workbook.transact('person', () => opened.workbook.sheets[0]?.enter(4, 0, 'typed'));
  expect(told()).toBe(false);
  const heard = await collect(opened, (context) => context.workbook.worksheets.getItem('Sheet1').onChanged);
  await write(opened, 'B3', 2);
  await arrive();
  expect(told()).toBe(true);
  expect(heard.map(({ address }) => address)).toEqual(['B3']);
});

test('the range of an event can be asked for', async () => {
  const opened = openWorkbook();
  const heard = await collect(opened, (context) => context.workbook.worksheets.getItem('Sheet1').onChanged);
  await write(opened, 'B2', 1);
  await arrive();
  await opened.Excel.run(async (context) => {
    const range = heard[0]?.getRange(context).load('address');
    await context.sync();
    expect(range?.address).toBe('Sheet1!B2');
  });
});

test('a handler that was removed hears nothing, and none hears while events are off', async () => {
  const opened = openWorkbook();
  const heard: string[] = [];
  const added = await opened.Excel.run(async (context) => {
    const result = context.workbook.worksheets.onChanged.add(({ address }) => {
      heard.push(address);
      return Promise.resolve();
    });
    await context.sync();
    return result;
  });
  const setEvents = (enabled: boolean): Promise<void> =>
    opened.Excel.run(async (context) => {
      context.runtime.enableEvents = enabled;
      await context.sync();
    });
  await setEvents(false);
  await write(opened, 'A1', 1);
  await setEvents(true);
  await write(opened, 'A2', 2);
  await arrive();
  await opened.Excel.run(added.context, async (context) => {
    added.remove();
    await context.sync();
  });
  await write(opened, 'A3', 3);
  await arrive();
  expect(heard).toEqual(['A2']);
});

test('sheets come, are activated, renamed, moved, hidden and go', async () => {
  const opened = openWorkbook(['Sheet1', 'Other']);
  const { Excel, workbook } = opened;
  const added = await collect(opened, (context) => context.workbook.worksheets.onAdded);
  const activated = await collect(opened, (context) => context.workbook.worksheets.onActivated);
  const deactivated = await collect(opened, (context) => context.workbook.worksheets.onDeactivated);
  const renamed = await collect(opened, (context) => context.workbook.worksheets.onNameChanged);
  const moved = await collect(opened, (context) => context.workbook.worksheets.onMoved);
  const hidden = await collect(opened, (context) => context.workbook.worksheets.onVisibilityChanged);
  const deleted = await collect(opened, (context) => context.workbook.worksheets.onDeleted);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('New');
    sheet.activate();
    sheet.name = 'Renamed';
    sheet.position = 0;
    context.workbook.worksheets.getItem('Other').visibility = 'Hidden';
    await context.sync();
    sheet.delete();
    await context.sync();
  });
  await arrive();
  const id = added[0]?.worksheetId;
  expect(id).toBeDefined();
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Other']);
  expect(activated[0]?.worksheetId).toBe(id);
  expect(deactivated[0]?.worksheetId).toBe(workbook.sheets[0]?.id);
  expect(renamed.map(({ nameBefore, nameAfter }) => [nameBefore, nameAfter])).toEqual([['New', 'Renamed']]);
  expect(moved.map(({ positionBefore, positionAfter }) => [positionBefore, positionAfter])).toEqual([[2, 0]]);
  expect(hidden.map(({ visibilityBefore, visibilityAfter }) => [visibilityBefore, visibilityAfter])).toEqual([
    ['Visible', 'Hidden'],
  ]);
  expect(deleted.map(({ worksheetId }) => worksheetId)).toEqual([id]);
});

test('the selection, on the sheet and on the workbook', async () => {
  const opened = openWorkbook();
  const onSheet = await collect(opened, (context) => context.workbook.worksheets.getItem('Sheet1').onSelectionChanged);
  const onWorkbook = await collect(opened, (context) => context.workbook.onSelectionChanged);
  const sheet = opened.workbook.sheets[0];
  if (!sheet) throw new Error('no sheet');
  opened.workbook.transact('person', () => opened.workbook.select(sheet, [{ top: 1, left: 1, bottom: 2, right: 2 }]));
  await arrive();
  expect(onSheet.map(({ address }) => address)).toEqual(['B2:C3']);
  expect(onWorkbook).toHaveLength(1);
});

test('tables: added, changed, selected in and out, deleted', async () => {
  const opened = openWorkbook();
  const { Excel, workbook } = opened;
  const added = await collect(opened, (context) => context.workbook.tables.onAdded);
  const deleted = await collect(opened, (context) => context.workbook.tables.onDeleted);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B1').values = [['Deal', 'Value']];
    sheet.tables.add('A1:B3', true).name = 'Deals';
    await context.sync();
  });
  const changed = await collect(opened, (context) => context.workbook.tables.getItem('Deals').onChanged);
  const selected = await collect(opened, (context) => context.workbook.tables.getItem('Deals').onSelectionChanged);
  await write(opened, 'A2', 'D-1');
  await write(opened, 'D9', 'beside');
  const sheet = workbook.sheets[0];
  if (!sheet) throw new Error('no sheet');
  for (const row of [1, 8])
    workbook.transact('person', () => workbook.select(sheet, [{ top: row, left: 0, bottom: row, right: 0 }]));
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('Deals').convertToRange();
    await context.sync();
  });
  await arrive();
  expect(added).toHaveLength(1);
  expect(changed.map(({ address }) => address)).toEqual(['A2']);
  expect(selected.map(({ isInsideTable, address }) => [isInsideTable, address])).toEqual([
    [true, 'A2'],
    [false, ''],
  ]);
  expect(deleted.map(({ tableId, tableName }) => [tableId, tableName])).toEqual([[added[0]?.tableId, 'Deals']]);
});

test('cells that come or go tell where those around them went, and a range of before goes with them', async () => {
  const opened = openWorkbook();
  const heard = await collect(opened, (context) => context.workbook.worksheets.onChanged);
  const cells = { top: 4, left: 4, bottom: 4, right: 4 };
  await opened.Excel.run(async (context) => {
    const kept = context.workbook.worksheets.getItem('Sheet1').getRange('F5').load('address');
    context.trackedObjects.add(kept);
    await context.sync();
    opened.workbook.transact('person', () => opened.workbook.sheets[0]?.insert(cells, 'Right'));
    kept.load('address');
    await context.sync();
    expect(kept.address).toBe('Sheet1!G5');
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('E5').insert('Down');
    sheet.getRange('E5').delete('Left');
    sheet.getRange('E5').delete('Up');
    sheet.getRange('5:5').insert('Down');
    await context.sync();
  });
  await arrive();
  expect(heard.map(({ changeType, changeDirectionState }) => [changeType, changeDirectionState])).toEqual([
    ['CellInserted', { insertShiftDirection: 'Right' }],
    ['CellInserted', { insertShiftDirection: 'Down' }],
    ['CellDeleted', { deleteShiftDirection: 'Left' }],
    ['CellDeleted', { deleteShiftDirection: 'Up' }],
    ['RowInserted', undefined],
  ]);
});

test('what is beside the settings is no change of them', async () => {
  const opened = openWorkbook();
  const heard = await collect(opened, (context) => context.workbook.settings.onSettingsChanged);
  await opened.Excel.run(async (context) => {
    context.workbook.customXmlParts.add('<deals xmlns="urn:deals"/>');
    context.workbook.application.calculationMode = 'Manual';
    await context.sync();
  });
  await arrive();
  expect(heard).toHaveLength(0);
});

test('a format and a setting', async () => {
  const opened = openWorkbook();
  const formats = await collect(opened, (context) => context.workbook.worksheets.getItem('Sheet1').onFormatChanged);
  const settings = await collect(opened, (context) => context.workbook.settings.onSettingsChanged);
  await opened.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').format.fill.color = 'yellow';
    context.workbook.settings.add('run', { at: '2026-03-05' });
    await context.sync();
  });
  await arrive();
  expect(formats.map(({ address }) => address)).toEqual(['A1:B2']);
  expect(settings).toHaveLength(1);
});

type Doing = (context: Excel.RequestContext, opened: Opened) => void;

const sheet = ({ workbook }: Excel.RequestContext): Excel.Worksheet => workbook.worksheets.getItem('Sheet1');
const other = ({ workbook }: Excel.RequestContext): Excel.Worksheet => workbook.worksheets.getItem('Other');
const deals = ({ workbook }: Excel.RequestContext): Excel.Table => workbook.tables.getItem('Deals');
const chart = (context: Excel.RequestContext): Excel.Chart => sheet(context).charts.getItem('Bars');

const types: Doing = (context) => (sheet(context).getRange('A2').values = [['D-7']]);
const selects: Doing = (context) => sheet(context).getRange('A3').select();
const shows: Doing = (context) => other(context).activate();
const colours: Doing = (context) => (sheet(context).getRange('A2').format.fill.color = 'yellow');
const calculates: Doing = (context) => (sheet(context).getRange('E1').formulas = [['=B2*2']]);
const protects: Doing = (context) => sheet(context).protection.protect();
const sortsRows: Doing = (context) =>
  sheet(context)
    .getRange('A2:B3')
    .sort.apply([{ key: 0 }]);
const sortsColumns: Doing = (context) =>
  sheet(context)
    .getRange('G1:H2')
    .sort.apply([{ key: 0 }], false, false, 'Columns');
const clicks: Doing = (_, { host, workbook }) => workbook.sheets[0] && host.click(workbook.sheets[0], 3, 0);
const renames: Doing = (context) => (sheet(context).name = 'Renamed');
const hides: Doing = (context) => (other(context).visibility = 'Hidden');
const addsTable: Doing = (context) => other(context).tables.add('A1:B2', false);
const dropsTable: Doing = (context) => deals(context).convertToRange();
const activatesChart: Doing = (context) => chart(context).activate();
const leavesChart: Doing = (context) => {
  chart(context).activate();
  sheet(context).getRange('A3').select();
};
const addsComment: Doing = ({ workbook }) => workbook.comments.add('Sheet1!A3', 'Why?');
const rewords: Doing = ({ workbook }) => (workbook.comments.getItemByCell('Sheet1!A1').content = 'What for?');

type Listening = (context: Excel.RequestContext) => Pick<OfficeExtension.EventHandlers<unknown>, 'add'>;

/** What makes each event happen. */
const EVENTS: Readonly<Record<string, readonly [Listening, Doing]>> = {
  'Workbook.onSelectionChanged': [({ workbook }) => workbook.onSelectionChanged, selects],
  'SettingCollection.onSettingsChanged': [
    ({ workbook }) => workbook.settings.onSettingsChanged,
    ({ workbook }) => workbook.settings.add('run', 7),
  ],
  'WorksheetCollection.onActivated': [({ workbook }) => workbook.worksheets.onActivated, shows],
  'WorksheetCollection.onDeactivated': [({ workbook }) => workbook.worksheets.onDeactivated, shows],
  'WorksheetCollection.onAdded': [
    ({ workbook }) => workbook.worksheets.onAdded,
    ({ workbook }) => workbook.worksheets.add('New'),
  ],
  'WorksheetCollection.onDeleted': [({ workbook }) => workbook.worksheets.onDeleted, (context) => other(context).delete()],
  'WorksheetCollection.onMoved': [({ workbook }) => workbook.worksheets.onMoved, (context) => (other(context).position = 0)],
  'WorksheetCollection.onChanged': [({ workbook }) => workbook.worksheets.onChanged, types],
  'WorksheetCollection.onSelectionChanged': [({ workbook }) => workbook.worksheets.onSelectionChanged, selects],
  'WorksheetCollection.onCalculated': [({ workbook }) => workbook.worksheets.onCalculated, calculates],
  'WorksheetCollection.onFormatChanged': [({ workbook }) => workbook.worksheets.onFormatChanged, colours],
  'WorksheetCollection.onProtectionChanged': [({ workbook }) => workbook.worksheets.onProtectionChanged, protects],
  'WorksheetCollection.onRowSorted': [({ workbook }) => workbook.worksheets.onRowSorted, sortsRows],
  'WorksheetCollection.onColumnSorted': [({ workbook }) => workbook.worksheets.onColumnSorted, sortsColumns],
  'WorksheetCollection.onSingleClicked': [({ workbook }) => workbook.worksheets.onSingleClicked, clicks],
  'WorksheetCollection.onNameChanged': [({ workbook }) => workbook.worksheets.onNameChanged, renames],
  'WorksheetCollection.onVisibilityChanged': [({ workbook }) => workbook.worksheets.onVisibilityChanged, hides],
  'Worksheet.onActivated': [(context) => other(context).onActivated, shows],
  'Worksheet.onDeactivated': [(context) => sheet(context).onDeactivated, shows],
  'Worksheet.onChanged': [(context) => sheet(context).onChanged, types],
  'Worksheet.onSelectionChanged': [(context) => sheet(context).onSelectionChanged, selects],
  'Worksheet.onCalculated': [(context) => sheet(context).onCalculated, calculates],
  'Worksheet.onFormatChanged': [(context) => sheet(context).onFormatChanged, colours],
  'Worksheet.onProtectionChanged': [(context) => sheet(context).onProtectionChanged, protects],
  'Worksheet.onRowSorted': [(context) => sheet(context).onRowSorted, sortsRows],
  'Worksheet.onColumnSorted': [(context) => sheet(context).onColumnSorted, sortsColumns],
  'Worksheet.onSingleClicked': [(context) => sheet(context).onSingleClicked, clicks],
  'Worksheet.onNameChanged': [(context) => sheet(context).onNameChanged, renames],
  'Worksheet.onVisibilityChanged': [(context) => other(context).onVisibilityChanged, hides],
  'TableCollection.onAdded': [({ workbook }) => workbook.tables.onAdded, addsTable],
  'TableCollection.onDeleted': [({ workbook }) => workbook.tables.onDeleted, dropsTable],
  'TableCollection.onChanged': [({ workbook }) => workbook.tables.onChanged, types],
  'TableCollection.onAdded of a sheet': [(context) => other(context).tables.onAdded, addsTable],
  'TableCollection.onDeleted of a sheet': [(context) => sheet(context).tables.onDeleted, dropsTable],
  'TableCollection.onChanged of a sheet': [(context) => sheet(context).tables.onChanged, types],
  'Table.onChanged': [(context) => deals(context).onChanged, types],
  'Table.onSelectionChanged': [(context) => deals(context).onSelectionChanged, selects],
  'ChartCollection.onAdded': [
    (context) => other(context).charts.onAdded,
    (context) => other(context).charts.add('ColumnClustered', sheet(context).getRange('A1:B3')),
  ],
  'ChartCollection.onDeleted': [(context) => sheet(context).charts.onDeleted, (context) => chart(context).delete()],
  'ChartCollection.onActivated': [(context) => sheet(context).charts.onActivated, activatesChart],
  'ChartCollection.onDeactivated': [(context) => sheet(context).charts.onDeactivated, leavesChart],
  'Chart.onActivated': [(context) => chart(context).onActivated, activatesChart],
  'Chart.onDeactivated': [(context) => chart(context).onDeactivated, leavesChart],
  'CommentCollection.onAdded': [({ workbook }) => workbook.comments.onAdded, addsComment],
  'CommentCollection.onChanged': [({ workbook }) => workbook.comments.onChanged, rewords],
  'CommentCollection.onDeleted': [
    ({ workbook }) => workbook.comments.onDeleted,
    ({ workbook }) => workbook.comments.getItemByCell('Sheet1!A1').delete(),
  ],
  'CommentCollection.onAdded of a sheet': [(context) => sheet(context).comments.onAdded, addsComment],
  'CommentCollection.onChanged of a sheet': [(context) => sheet(context).comments.onChanged, rewords],
  'CommentCollection.onDeleted of a sheet': [
    (context) => sheet(context).comments.onDeleted,
    (context) => sheet(context).comments.getItemByCell('Sheet1!A1').delete(),
  ],
};

/** Refused by the host, or never the case: a workbook is the active one throughout, and never saves itself. */
const NEVER = [
  'Workbook.onActivated',
  'Workbook.onAutoSaveSettingChanged',
  'Worksheet.onFormulaChanged',
  'Worksheet.onRowHiddenChanged',
  'WorksheetCollection.onFormulaChanged',
  'WorksheetCollection.onRowHiddenChanged',
];

/** Deals in a table with a chart and a comment, on the first of two sheets. */
const openDeals = async (): Promise<Opened> => {
  const opened = openWorkbook(['Sheet1', 'Other']);
  await opened.Excel.run(async (context) => {
    sheet(context).getRange('A1:B3').values = [
      ['Deal', 'Value'],
      ['D-2', 5],
      ['D-1', 3],
    ];
    sheet(context).getRange('G1:H2').values = [
      [2, 1],
      ['b', 'a'],
    ];
    sheet(context).tables.add('A1:B3', true).name = 'Deals';
    sheet(context).charts.add('ColumnClustered', sheet(context).getRange('A1:B3')).name = 'Bars';
    context.workbook.comments.add('Sheet1!A1', 'Whose?');
    await context.sync();
  });
  return opened;
};

test.each(Object.entries(EVENTS))('%s is heard where nothing else is listened to', async (_name, [event, happen]) => {
  const opened = await openDeals();
  const heard: unknown[] = [];
  await opened.Excel.run(async (context) => {
    event(context).add((args) => Promise.resolve(void heard.push(args)));
    await context.sync();
    expect(heard).toEqual([]);
    happen(context, opened);
    await context.sync();
  });
  await arrive();
  expect(heard).toHaveLength(1);
});

test('no event of the classes that the host has is left out', () => {
  const { Excel } = openWorkbook();
  const classes: Readonly<Record<string, unknown>> = { ...Excel };
  const events = writtenKinds().flatMap(({ name }) => {
    const known = classes[name];
    const members = typeof known === 'function' ? Object.keys(known.prototype as object) : [];
    return members.filter((member) => /^on[A-Z]/.test(member)).map((member) => `${name}.${member}`);
  });
  const tried = Object.keys(EVENTS).map((name) => name.replace(' of a sheet', ''));
  expect(events.sort()).toEqual([...new Set([...tried, ...NEVER])].sort());
});
