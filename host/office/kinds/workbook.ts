/** Workbook: the root of every path. */

import { systemClock } from '../../workbook/clock';
import type { Workbook } from '../../workbook/model';
import { readFlag, readInteger, readText } from '../args';
import { Cells } from '../cells';
import { refuse } from '../errors';
import { defineKind, reads, type Node, type Property, type Kind } from '../schema';
import type { Session } from '../session';
import { applicationKind } from './application';
import { stylesKind } from './cellStyle';
import { commentsKind } from './comments';
import { chartNode } from './charts';
import { customXmlKind } from './customXml';
import { documentPropertiesOf, settingsOf } from './keyed';
import { namesKind } from './names';
import { areasKind } from './rangeAreas';
import { rangeKind } from './range';
import { registrations } from './registrations';
import { workbookProtectionKind } from './sheetProtection';
import { tablesKind } from './tables';
import { worksheetsKind } from './worksheet';

const runtimeKind: Kind<Session> = defineKind<Session>('Runtime', () => ({
  scalars: {
    EnableEvents: {
      get: (session) => session.enableEvents,
      set: (session, value) => (session.enableEvents = readFlag(value)),
    },
  },
}));

/** Properties that the host keeps while the workbook is open. */
const beside = (key: string, read: (value: unknown) => unknown, normal: unknown): Property<Workbook> => ({
  get: (workbook, session) => session.besideOf(workbook).get(key) ?? normal,
  set: (workbook, value, session) => void session.besideOf(workbook).set(key, read(value)),
});

type TextMember = 'title' | 'subject' | 'author' | 'keywords' | 'comments' | 'category' | 'manager' | 'company';

const text = (member: TextMember): Property<Workbook> => ({
  get: ({ properties }) => properties[member],
  set: ({ properties }, value) => (properties[member] = readText(value)),
});

const begun = (workbook: Workbook, session: Session): string => {
  const time = new Date(systemClock()).toISOString();
  session.besideOf(workbook).set('created', time);
  return time;
};

const documentKind: Kind<Workbook> = defineKind<Workbook>('DocumentProperties', () => ({
  scalars: {
    Title: text('title'),
    Subject: text('subject'),
    Author: text('author'),
    Keywords: text('keywords'),
    Comments: text('comments'),
    Category: text('category'),
    Manager: text('manager'),
    Company: text('company'),
    // A workbook that came from no file began with the session.
    CreationDate: reads(
      (workbook, session) =>
        workbook.properties.created || (session.besideOf(workbook).get('created') ?? begun(workbook, session)),
    ),
    LastAuthor: reads(({ properties }, { author }) => properties.lastAuthor || author.name),
    RevisionNumber: {
      get: ({ properties }) => properties.revision,
      set: ({ properties }, value) => (properties.revision = readInteger(value)),
    },
  },
  navigations: { Custom: (workbook) => documentPropertiesOf(workbook) },
}));

const activeCell = (workbook: Workbook): Node => {
  const { top, left } = workbook.selection[0] ?? { top: 0, left: 0 };
  return rangeKind(new Cells(workbook.activeSheet, { top, left, bottom: top, right: left }));
};

const selectedRange = (workbook: Workbook): Node => {
  const [only, ...more] = workbook.selection;
  if (!only || more.length > 0) throw refuse('InvalidSelection');
  return rangeKind(new Cells(workbook.activeSheet, only));
};

const ofEvent = (session: Session, reference: string): Node | null => session.recall(reference);

export const workbookKind: Kind<Workbook> = defineKind<Workbook>('Workbook', () => ({
  scalars: {
    Name: reads(({ name }) => name),
    ReadOnly: reads(() => false),
    AutoSave: reads(() => false),
    PreviouslySaved: reads(() => true),
    IsDirty: beside('isDirty', readFlag, false),
    ChartDataPointTrack: beside('chartDataPointTrack', readFlag, true),
    UsePrecisionAsDisplayed: {
      get: () => false,
      set: (_workbook, value) => {
        if (readFlag(value)) throw refuse('ApiNotFound', 'Values rounded as they are shown are not part of this host.');
      },
    },
    CalculationEngineVersion: reads(() => 191_029),
  },
  navigations: {
    Application: (workbook) => applicationKind(workbook),
    Worksheets: (workbook) => worksheetsKind(workbook),
    Tables: (workbook) => tablesKind({ workbook, sheet: null }),
    Styles: (_workbook, session) => stylesKind(session),
    Comments: () => commentsKind({ sheet: null }),
    Names: (workbook) => namesKind({ workbook, sheet: null }),
    Settings: (workbook) => settingsOf(workbook),
    CustomXmlParts: (workbook) => customXmlKind(workbook),
    Properties: (workbook) => documentKind(workbook),
    Protection: (workbook) => workbookProtectionKind(workbook),
    _Runtime: (_workbook, session) => runtimeKind(session),
  },
  objects: {
    GetActiveCell: activeCell,
    GetSelectedRange: selectedRange,
    GetSelectedRanges: ({ activeSheet, selection }) => areasKind({ sheet: activeSheet, areas: selection }),
    GetActiveChart: (_workbook, _args, { activeChart }) => activeChart && chartNode(activeChart),
    _GetRangeForEventByReferenceId: (_workbook, args, session) => ofEvent(session, args.text(0)),
    _GetRangeOrNullObjectForEventByReferenceId: (_workbook, args, session) => ofEvent(session, args.text(0)),
  },
  actions: {
    _RemoveReference: (_workbook, args, session) => session.release(args.text(0)),
    _RemoveAllReferences: (_workbook, _args, session) => session.releaseAll(),
    _GetReferenceCount: (_workbook, _args, session) => session.referenceCount,
    GetIsActiveCollabSession: () => false,
    ...registrations('ActivatedEvent', 'AutoSaveSettingChangedEvent'),
  },
}));
