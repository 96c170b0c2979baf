/** Tells office.js of changes: each change of the workbook becomes the messages of the events that watch for it. */

import { printA1 } from '../workbook/address';
import { intersect } from '../workbook/area';
import type { Area, Change, Sheet, Table } from '../workbook/model';
import { Cells, shiftOf } from './cells';
import { deactivate } from './kinds/chartEvents';
import { valueType, wireValue } from './kinds/contents';
import { rangeKind } from './kinds/range';
import type { Session } from './session';

const CATEGORY = 65_536;

/** Numbers of the events in office.js. */
const EVENT = {
  settings: 1,
  selection: 2,
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  columnSorted: 20,
  singleClicked: 21,
  rowHidden: 22,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  chartAdded: 50,
  chartActivated: 51,
  chartDeactivated: 52,
  chartDeleted: 53,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

interface Entry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** Target of the events of a whole workbook. */
const WORKBOOK = 'Workbook';

const entry = (type: keyof typeof EVENT, targetId: string, payload: object): Entry => ({
  messageCategory: CATEGORY,
  messageType: EVENT[type],
  targetId,
  message: JSON.stringify(payload),
});

/** An event of one object and of the collection it is in: both hear of it. */
const both = (type: keyof typeof EVENT, id: string, payload: object): Entry[] => [
  entry(type, id, payload),
  entry(type, WORKBOOK, payload),
];

/** Where cells went; that whole rows and columns do is told by what happened. */
const shiftDirection = ({ how, to }: Change & { readonly kind: 'cells' }): string =>
  to && (how === 'CellInserted' || how === 'CellDeleted') ? `ShiftCell${to}` : 'None';

/** What was in a cell and what is now, of one that was edited alone. */
function detailsOf(sheet: Sheet, { area, before }: Change & { readonly kind: 'cells' }): object {
  if (before === undefined) return {};
  const after = sheet.value(area.top, area.left);
  return {
    valueBefore: wireValue(before),
    valueAfter: wireValue(after),
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

/** Whether cells are selected now, or another sheet shown, where a chart was the active one. */
const leavesChart = (change: Change, { activeChart }: Session): boolean =>
  activeChart !== null && (change.kind === 'selection' || (change.kind === 'activated' && change.sheet !== activeChart.sheet.id));

/** What office.js listens for without asking the host. The selection is followed too: tables hear when it leaves them. */
const UNASKED: ReadonlySet<Change['kind']> = new Set(['selection', 'settings']);

export class Announcer {
  private pending: Entry[] = [];
  /** Tables that the selection is in. */
  private readonly selectedIn = new Set<string>();
  private readonly stop: () => void;

  constructor(
    private readonly session: Session,
    private readonly send: (text: string) => void,
  ) {
    this.stop = session.workbook.onChange((changes) => this.hear(changes));
    session.tell = (type, targetId, payload) => {
      if (session.enableEvents) this.pending.push(entry(type, targetId, payload));
    };
  }

  /** Sends what the last request caused; Excel raises events after it has answered. */
  flush(): void {
    if (this.pending.length === 0) return;
    const entries = this.pending;
    this.pending = [];
    this.send(JSON.stringify({ type: 3, message: { entries } }));
  }

  close(): void {
    this.stop();
  }

  private hear(changes: readonly Change[]): void {
    // Reading a file is no change to an add-in.
    for (const change of changes.filter(({ trigger }) => trigger !== 'load')) {
      const shift = change.trigger === 'addin' ? null : shiftOf(change);
      if (shift) this.session.follow(shift);
      if (leavesChart(change, this.session)) deactivate(this.session);
      if (this.session.enableEvents && (this.session.isHeard || UNASKED.has(change.kind)))
        this.pending.push(...this.entries(change));
    }
    if (changes.some((change) => change.trigger === 'person')) this.flush();
  }

  private entries(change: Change): Entry[] {
    const source = 'Local';
    const triggerSource = change.trigger === 'addin' ? 'ThisLocalAddin' : 'Unknown';
    switch (change.kind) {
      case 'cells':
        return this.cellEntries(change, { source, triggerSource });
      case 'format':
        return both('formatChanged', change.sheet, {
          worksheetId: change.sheet,
          address: printA1(change.area),
          source,
          referenceId: this.refer(change.sheet, change.area),
        });
      case 'selection':
        return this.selectionEntries(change);
      case 'activated':
        return [
          ...(change.previous === null ? [] : both('deactivated', change.previous, { worksheetId: change.previous })),
          ...both('activated', change.sheet, { worksheetId: change.sheet }),
        ];
      case 'sheetAdded':
        return [entry('added', WORKBOOK, { worksheetId: change.sheet, source })];
      case 'sheetDeleted':
        return [entry('deleted', WORKBOOK, { worksheetId: change.sheet, source })];
      case 'sheetRenamed':
        return both('nameChanged', change.sheet, {
          worksheetId: change.sheet,
          nameBefore: change.before,
          nameAfter: change.after,
          source,
        });
      case 'sheetMoved':
        return [
          entry('moved', WORKBOOK, {
            worksheetId: change.sheet,
            positionBefore: change.before,
            positionAfter: change.after,
            source,
          }),
        ];
      case 'visibility':
        return both('visibilityChanged', change.sheet, {
          worksheetId: change.sheet,
          visibilityBefore: change.before,
          visibilityAfter: change.after,
          source,
        });
      case 'protection':
        return both('protectionChanged', change.sheet, {
          worksheetId: change.sheet,
          isProtected: this.sheet(change.sheet)?.protection.protected ?? false,
          source,
        });
      case 'tableAdded':
      case 'tableDeleted':
        return both(change.kind, change.sheet, {
          tableId: change.table,
          tableName: change.name,
          worksheetId: change.sheet,
          source,
        });
      case 'tableChanged':
      case 'workbook':
      case 'layout':
      case 'objects':
      case 'names':
        return [];
      case 'settings':
        return [entry('settings', '', {})];
      case 'calculated':
        return change.sheet === null ? [] : both('calculated', change.sheet, { worksheetId: change.sheet, address: '' });
    }
  }

  private sheet(id: string): Sheet | null {
    return this.session.workbook.sheet(id);
  }

  private refer(sheetId: string, area: Area): string {
    const sheet = this.sheet(sheetId);
    return sheet ? this.session.remember(rangeKind(new Cells(sheet, area))) : '';
  }

  private cellEntries(
    change: Change & { readonly kind: 'cells' },
    by: { readonly source: string; readonly triggerSource: string },
  ): Entry[] {
    const sheet = this.sheet(change.sheet);
    if (!sheet) return [];
    const address = printA1(change.area);
    const payload = {
      worksheetId: change.sheet,
      address,
      changeType: change.how,
      shiftDirection: shiftDirection(change),
      referenceId: this.refer(change.sheet, change.area),
      ...detailsOf(sheet, change),
      ...by,
    };
    const touched = sheet.tables.filter((table) => intersect(table.area, change.area) !== null);
    return [
      ...both('changed', change.sheet, payload),
      ...touched.flatMap((table) => this.tableChangeEntries(sheet, table, payload)),
    ];
  }

  private tableChangeEntries(sheet: Sheet, table: Table, payload: object): Entry[] {
    const ofTable = { ...payload, tableId: table.id };
    return [...both('tableChanged', table.id, ofTable), entry('tableChanged', sheet.id, ofTable)];
  }

  private selectionEntries(change: Change & { readonly kind: 'selection' }): Entry[] {
    const payload = { worksheetId: change.sheet, address: change.areas.map((area) => printA1(area)).join(',') };
    const first = change.areas[0];
    const inTables = (this.sheet(change.sheet)?.tables ?? []).flatMap((table) => {
      const isInside = first !== undefined && intersect(table.area, first) !== null;
      const wasInside = this.selectedIn.delete(table.id);
      if (isInside) this.selectedIn.add(table.id);
      // A table hears when the selection is in it, and once more, without an address, when it leaves.
      if (!isInside && !wasInside) return [];
      return [
        entry('tableSelectionChanged', table.id, { ...payload, address: isInside ? payload.address : '', tableId: table.id }),
      ];
    });
    return [...both('selectionChanged', change.sheet, payload), entry('selection', '', {}), ...inTables];
  }
}
