/** `Definitions`: the four measures in words and every setting with its value and the reason for it; read back at the next run. */

import { isoDay, isoMonth } from '../domain/day';
import type { Month } from '../domain/day';
import type { SettingUsed } from '../domain/reconciliation';
import type { LoggedDecision } from '../settings/decisions';
import { describeCalendar } from '../settings/calendar';
import { describeMeasures, settingName } from '../settings/words';
import { describeAllowed, SETTINGS } from '../settings/definitions';
import type { Setting, SettingKey } from '../settings/definitions';
import { GAPS, MEASURES } from '../domain/measure';
import type { LastRun } from '../settings/lastRun';
import type { ReportContext } from './context';
import { signedText } from './money';
import { HEAD, INK, REFUSED } from './palette';
import type { PlannedCell, SheetPlan, TablePlan } from './plan';
import { headerLooks, tableSheet, TABLE_STYLE, textCell, textColumn } from './tablePlan';
import { gapWords, measureTitle, NOT_PROVIDED } from './wording';
import { ALIASES, DECISION_LOG, DEFINITIONS } from './tableNames';

const SETTINGS_LOG = 'tblSettingsLog';

/** Begins the reason beside a value that is kept but not used. */
const REFUSED_MARK = 'Not used:';

export function definitionsSheet(context: ReportContext, run: LastRun): SheetPlan {
  const { kept } = context;
  const sheet = tableSheet({
    name: 'Definitions',
    tabColor: HEAD,
    title: 'Definitions: what the numbers mean',
    notes: measureSentences(context),
    frozenColumns: 0,
    table: {
      name: DEFINITIONS,
      columns: [
        textColumn('Section', 18),
        textColumn('Setting', 52),
        textColumn('Value', 40, { reviewer: true }),
        textColumn('Allowed', 46),
        textColumn('Why this value', 96, {
          marks: [{ rule: { type: 'beginsWith', text: REFUSED_MARK }, fill: REFUSED, color: INK, bold: true }],
        }),
        textColumn('Last run used', 40),
      ],
      rows: settingRows(context),
      key: ['Section', 'Setting'],
      links: [],
    },
  });
  const settings = sheet.tables[0] as TablePlan;
  const logRow = settings.row + settings.rows.length + 4;
  const log = logTable(logRow, settings, run);
  const decisionsRow = logRow + Math.max(1, log.rows.length) + 4;
  const decisions = decisionTable(decisionsRow, settings, kept.decisions.log ?? []);
  // Last, so that a person may go on below it.
  const aliasesRow = decisionsRow + Math.max(1, decisions.rows.length) + 4;
  const aliases: TablePlan = {
    name: ALIASES,
    row: aliasesRow,
    column: 0,
    columns: ['Kind', 'From', 'To', 'From date', 'Decided by', 'Decided at'].map((header, index) =>
      textColumn(header, settings.columns[index]?.width ?? 18, { reviewer: true }),
    ),
    rows: kept.decisions.aliases.map((alias) => [
      alias.kind,
      alias.from,
      alias.to,
      textCell(alias.fromDate),
      textCell(alias.decidedBy),
      textCell(alias.decidedAt),
    ]),
    style: TABLE_STYLE,
    key: ['Kind', 'From'],
    links: [],
  };
  return {
    ...sheet,
    blocks: [
      ...sheet.blocks,
      { row: logRow - 1, column: 0, cells: [['Changed settings, the latest first']] },
      { row: decisionsRow - 1, column: 0, cells: [['Decisions made in the pane, the latest last']] },
      {
        row: aliasesRow - 1,
        column: 0,
        cells: [['Aliases: names that are one customer (Kind Customer) or one person (Kind Owner)']],
      },
    ],
    looks: [
      ...sheet.looks,
      ...[logRow, decisionsRow, aliasesRow].map((row) => ({ row: row - 1, column: 0, rows: 1, columns: 1, look: SUBTITLE_LOOK })),
      ...headerLooks(log),
      ...headerLooks(decisions),
      ...headerLooks(aliases),
    ],
    tables: [settings, log, decisions, aliases],
    rowHeights: [],
    freeze: { rows: 0, columns: 0 },
    print: { ...sheet.print, titleRows: null },
  };
}

const SUBTITLE_LOOK = { bold: true, size: 12, color: HEAD } as const;

/** It stands in the columns of the settings. */
function logTable(row: number, { columns }: TablePlan, { log }: LastRun): TablePlan {
  const effect = (currency: string, moved: Readonly<Record<string, number>>): string =>
    GAPS.flatMap((gap) => (moved[gap] === undefined ? [] : [`${gapWords(gap)} ${signedText(moved[gap], currency)}`])).join('; ');
  return {
    name: SETTINGS_LOG,
    row,
    column: 0,
    columns: ['As of', 'Setting', 'From', 'To', 'Differences moved in that run', 'Currency'].map((header, index) =>
      textColumn(header, columns[index]?.width ?? 18),
    ),
    rows: log.map(({ key, from, to, asOf, currency, moved }) => [
      asOf,
      settingName(key),
      textCell(String(from)),
      textCell(String(to)),
      textCell(effect(currency, moved)),
      textCell(currency),
    ]),
    style: TABLE_STYLE,
    key: ['As of', 'Setting', 'From', 'To'],
    links: [],
  };
}

/** Who settled what, kept from run to run. */
function decisionTable(row: number, { columns }: TablePlan, log: readonly LoggedDecision[]): TablePlan {
  return {
    name: DECISION_LOG,
    row,
    column: 0,
    columns: ['When', 'Who', 'What', 'Key', 'Before', 'After'].map((header, index) =>
      textColumn(header, columns[index]?.width ?? 18),
    ),
    rows: log.map((logged) =>
      [logged.when, logged.who, logged.what, logged.key, logged.before, logged.after].map((text) => textCell(text)),
    ),
    style: TABLE_STYLE,
    key: ['When', 'Who', 'What', 'Key', 'After'],
    links: [],
  };
}

function settingRows({ result, kept }: ReportContext): PlannedCell[][] {
  const refused = new Map<SettingKey, string>();
  for (const { key, typed } of kept.refusedSettings) if (key !== null) refused.set(key, typed);
  const known = result.settingsUsed.flatMap((used) => {
    const key = used.key;
    return isSettingKey(key) ? [knownRow(SETTINGS[key], used, refused.get(key) ?? null)] : [];
  });
  const unknown = kept.refusedSettings
    .filter(({ key }) => key === null)
    .map(({ setting, typed }): PlannedCell[] => [
      'Unknown',
      setting,
      textCell(typed),
      null,
      `${REFUSED_MARK} no setting has this name`,
      null,
    ]);
  return [...known, ...unknown];
}

function knownRow(setting: Setting, used: SettingUsed, refused: string | null): PlannedCell[] {
  const why =
    refused === null
      ? used.why
      : `${REFUSED_MARK} ${quoted(refused)} is not allowed here; ${String(used.used)} was used (${used.why})`;
  return [
    setting.section,
    setting.name,
    textCell(refused ?? String(used.value)),
    describeAllowed(setting.kind),
    why,
    textCell(String(used.used)),
  ];
}

const quoted = (text: string): string => `“${text}”`;

function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}

/**
 * The four measures, the calendar and the three differences in words, as this run counts them. Always as many lines: a
 * rerun writes them over the earlier ones, above a table that stays where it is.
 */
function measureSentences(context: ReportContext): string[] {
  const { result } = context;
  const words = describeMeasures(result.settingsUsed);
  return [
    ...MEASURES.map(
      (measure) => `${measureTitle(measure, result)}: ${result.provided[measure] ? words[measure] : NOT_PROVIDED}.`,
    ),
    describeCalendar(result.calendar) || CALENDAR_YEAR_WORDS,
    'Booked less recognised is booked less invoiced and invoiced less recognised together; it is not shown on its own.',
    'A value under Value can be changed here; the next run reads it. “auto” follows the data.',
    fiscalMonths(context),
  ];
}

/** Months told one by one. */
const MOST_MONTHS = 13;

const CALENDAR_YEAR_WORDS = 'Months: calendar months; a year starts in January.';

/** The latest months of the period with their days, where they are not the calendar's; else "". */
function fiscalMonths({ result: { calendar, period }, months }: ReportContext): string {
  if (calendar.months.kind === 'calendar') return '';
  const from = Math.max(period.from, period.to - MOST_MONTHS + 1);
  const listed = Array.from({ length: period.to - from + 1 }, (_, index) => (from + index) as Month).map(
    (month) => `${isoMonth(month)} (${isoDay(months.first(month))} to ${isoDay(months.last(month))})`,
  );
  return `Fiscal months: ${listed.join(', ')}.`;
}
