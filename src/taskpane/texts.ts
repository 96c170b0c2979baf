/** Every sentence of the pane, in one place. */

import type { Measure } from '../domain/measure';
import type { Step } from '../domain/progress';
import type { MatchState } from '../report/matchRows';
import type { SettingKey } from '../settings/definitions';
import type { Field, Grain, SourceMapping } from '../settings/mapping';
import type { Notice, PaneStep, Work } from './paneState';
import type { Place } from './place';
import { explain } from './texts/explain.en';
import type { Verdict } from './reviewing';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const count = (n: number, one: string, many: string, shown = String(n)): string => `${shown} ${n === 1 ? one : many}`;

export const texts = {
  explain,
  title: 'Tieout',
  stepsLabel: 'Steps',
  more: 'More',
  and: ' and ',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  cancelling: 'Cancelling…',

  officeMissing: {
    what: 'Excel did not answer.',
    next: 'Tieout runs inside Excel. Open the workbook in Excel and start Tieout from the Home tab. If it is open there already, the file office.js did not load: check the connection and open the pane again.',
  },
  hostUnsupported: {
    what: 'This Excel is too old for Tieout.',
    next: 'Tieout needs ExcelApi 1.10: Excel 2021, Microsoft 365 or Excel on the web.',
  },
  unexpected: (detail: string) => ({
    what: `Something went wrong: ${detail}`,
    next: 'The workbook is as it was. Try again; if it happens again, close the pane and open it anew.',
  }),
  showCell: (place: Place) => `Show ${place.sheet}!${place.address}`,

  welcome: {
    title: 'What Tieout does',
    lines: [
      'It reads the CRM and finance sheets in this workbook; it never changes them.',
      'It matches deals, invoices, schedules and receipts and explains every difference, to the cent.',
      'It writes seven sheets of its own. Nothing leaves this machine.',
    ],
    done: 'Got it',
    again: 'What Tieout does',
  },

  steps: {
    sources: 'Sources',
    definitions: 'Definitions',
    review: 'Review',
    results: 'Results',
  } satisfies Record<PaneStep, string>,
  stepLocked: {
    sources: '',
    definitions: 'after the sources are clear',
    review: 'after the first run',
    results: 'after the first run',
  } satisfies Record<PaneStep, string>,

  progress: {
    read: 'Reading the sheets',
    'match customers': 'Matching customers',
    'match invoices': 'Matching invoices to deals',
    'match receipts': 'Matching receipts to invoices',
    explain: 'Explaining the differences',
    'plan sheets': 'Laying out the sheets',
    write: 'Writing the sheets',
  } satisfies Record<Step, string>,
  working: {
    sheets: 'Reading the sheets',
    look: 'Looking at the columns',
    define: 'Working out the definitions',
    run: 'Reconciling',
    remove: 'Removing the results',
    decide: 'Writing the decision',
  } satisfies Record<Work['kind'], string>,

  notice(notice: Notice): string {
    switch (notice.kind) {
      case 'mended':
        return notice.sentence;
      case 'cancelled':
        return notice.work === 'run' ? 'Cancelled. The workbook is as it was.' : 'Cancelled.';
      case 'removed':
        return notice.sheets === 0
          ? 'There were no results to remove.'
          : `Removed ${count(notice.sheets, 'sheet', 'sheets')} that Tieout made. Everything else is as it was.`;
      case 'newQuestions':
        return 'The sheets changed, and what changed needs your answer first.';
    }
  },

  sources: {
    heading: 'Sources',
    reading: 'Tieout is reading the sheets of this workbook.',
    lead: 'What Tieout found in this workbook. Change what is not right.',
    none: 'No table was found in this workbook.',
    notRead: 'The sheets have not been read yet.',
    readAgain: 'Read the sheets again',
    about: (area: string) => `Show ${area} in the sheet`,
    stale: 'Sheets changed since they were read.',
    next: 'Next: definitions',
    blocked: 'Settle what is listed above first.',
    questions: (n: number) => (n === 0 ? 'Questions' : n === 1 ? 'One question first' : `${n} questions first`),
    answerQuestions: 'Two readings are possible, and which one is meant changes the numbers:',
    questionAbout: (title: string, at: number, of: number) => (of === 1 ? title : `${title}, question ${at}`),
    answered: 'Answered',
    suggested: 'fits best',
    sheetAndTable: (sheet: string, table: string) => `${sheet} · table ${table}`,
    sheetAndBlock: (sheet: string, block: number) =>
      `${sheet} · ${ORDINALS[block] === undefined ? `table ${block + 1}` : `${ORDINALS[block]} table`}`,
    withArea: (title: string, area: string) => `${title}, ${area}`,
    role: 'Used as',
    bankList: 'Bank list',
    rows: (n: number, shown: string) => count(n, 'row', 'rows', shown),
    allUsed: (rows: string) => `${rows}, all used`,
    used: (rows: string, shown: string) => `${rows}: ${shown} used`,
    leftOut: (shown: string, cause: string) => `${shown} left out: ${cause}`,
    unreadable: (n: number, shown: string) =>
      `${shown} unreadable, ${n === 1 ? 'to be listed as an exception' : 'to be listed as exceptions'}`,
    waiting: (n: number, shown: string) => `${count(n, 'row waits', 'rows wait', shown)} for your answer`,
    hidden: (n: number, shown: string) => `${shown} hidden or filtered away, ${n === 1 ? 'read' : 'all read'} all the same`,
    hiddenSheet: 'A hidden sheet, read all the same',
    apart: (addresses: string) => `Not read, being no part of its table: ${addresses}`,
    why: (reason: string) => `Because: ${reason}`,
    headerAt: (rows: readonly number[]) =>
      rows.length === 0
        ? 'No header'
        : rows.length === 1
          ? `Header in row ${rows.join()}`
          : `Header in rows ${rows.join(' and ')}`,
    headings: (examples: string, field: string) => `Headings between the rows, read as ${field}: ${examples}`,
    headingsUnused: (examples: string) => `Headings between the rows, not used: ${examples}`,
    headingsLabel: (examples: string) => `Headings between the rows (${examples})`,
    layout: 'How it is read',
    header: 'Header',
    noHeader: 'No header: columns by what stands in them',
    headerRow: (rows: readonly number[], words: string) =>
      `${rows.length === 1 ? `Row ${rows.join()}` : `Rows ${rows.join(' and ')}`}: ${words}`,
    blankRow: 'blank',
    grain: 'What a row is',
    dateOrder: 'Dates that can be read both ways',
    decimal: 'Amounts that can be read both ways',
    askedWhereOpen: 'asked where it matters',
    currency: 'Currency',
    currencyFromColumn: (header: string) => `from the column “${header}”`,
    currencyHint: 'A code such as EUR; empty where the cells say it themselves.',
    currencyRefused: 'A currency code has three letters.',
    scale: 'Amounts are in',
    columnsMapped: (n: number) => `Columns (${n} used)`,
    columnsToCheck: (n: number, check: number) => `Columns (${n} used, ${check} to check)`,
    readAs: 'Read as',
    columnReadAs: (name: string) => `${name} is read as`,
    sure: (shown: string, reason: string) => `${shown} sure: ${reason}`,
    toCheck: 'To check',
    unused: 'not used',
    revenueOf: (month: string) => `Revenue of ${month}`,
    unnamed: (letter: string) => `Column ${letter}`,
    example: (text: string) => `For example “${text}”`,
    preview: 'First rows as read',
    previewLabel: (sheet: string) => `First rows of ${sheet} as read`,
    rowNumber: (row: number) => `Row ${row}`,
    cellText: (text: string) => `in the cell: ${text}`,
    noPreview: 'No row could be read.',
    zone: (zones: string, near: number) =>
      near === 0 ? `Dates as written, in ${zones}` : `Dates as written, in ${zones}; ${near} near a month’s end`,
    scaled: (unit: string) => `Amounts in ${unit}`,
    others: 'Other sheets',
    obstacles: 'This is missing',
  },

  grains: {
    row: 'One row a document',
    lines: 'Several rows a document, added up',
    repeated: 'A document’s amount repeats on its rows, counted once',
  } satisfies Record<Grain, string>,

  dateOrders: { dmy: 'day first: 31/12/2026', mdy: 'month first: 12/31/2026', ymd: 'year first: 2026/12/31' } satisfies Record<
    NonNullable<SourceMapping['dateOrder']>,
    string
  >,

  decimals: { '.': 'point: 1,234.56', ',': 'comma: 1.234,56' } satisfies Record<NonNullable<SourceMapping['decimal']>, string>,

  scales: { 1: 'units, unless a header says otherwise', 1000: 'thousands', 1000000: 'millions' } as Readonly<
    Record<number, string>
  >,

  roles: {
    deals: 'Deals',
    invoices: 'Invoices',
    credits: 'Credit notes',
    schedule: 'Revenue schedule',
    receipts: 'Receipts',
    customers: 'Customers',
    owners: 'Owners',
    rates: 'Exchange rates',
    ignore: 'Not used',
  } satisfies Record<SourceMapping['role'], string>,

  fields: {
    id: 'Number',
    customer: 'Customer',
    customerId: 'Customer id',
    otherId: 'Other id',
    parent: 'Parent',
    taxNumber: 'Tax number',
    domain: 'E-mail or domain',
    country: 'Country',
    city: 'City',
    postcode: 'Postcode',
    owner: 'Owner',
    entity: 'Entity',
    name: 'Name',
    amount: 'Amount',
    net: 'Net amount',
    tax: 'Tax',
    gross: 'Gross amount',
    open: 'Open amount',
    currency: 'Currency',
    rate: 'Rate',
    reportingAmount: 'Amount in reporting currency',
    debit: 'Debit',
    credit: 'Credit',
    direction: 'Direction',
    date: 'Date',
    due: 'Due date',
    stage: 'Stage',
    won: 'Won',
    status: 'Status',
    type: 'Type',
    reference: 'Reference',
    reference2: 'Second reference',
    reference3: 'Third reference',
    appliesTo: 'Applies to',
    text: 'Text',
    start: 'Start',
    end: 'End',
    term: 'Term',
    billing: 'Billing interval',
    discount: 'Discount',
    margin: 'Margin',
    serviceStart: 'Service start',
    serviceEnd: 'Service end',
    serviceMonth: 'Service month',
    final: 'Final bill',
    deleted: 'Deleted',
    month: 'Month',
    fee: 'Fee',
    withheld: 'Withheld',
    payerAccount: 'Account of the payer',
    item: 'Item',
    quantity: 'Quantity',
    unitPrice: 'Unit price',
    lineAmount: 'Amount of the line',
    lineTax: 'Tax of the line',
    account: 'Account',
    debitAccount: 'Account debited',
    creditAccount: 'Account credited',
    fromCurrency: 'From currency',
    toCurrency: 'To currency',
    lineType: 'Kind of line',
    signed: 'Signed on',
    modified: 'Last modified',
    amended: 'Amended on',
    cancelled: 'Cancelled on',
    priorAmount: 'Prior amount',
    discountEnds: 'Discount ends',
    uplift: 'Uplift',
    channel: 'Channel',
    hold: 'Revenue hold',
    ownerAtClose: 'Owner at close',
    splitShare: 'Share of the credit',
    deduction: 'Deduction',
    deductionReason: 'Reason of the deduction',
    otherDate: 'Other date',
    withheld2: 'Withheld, second tax',
    withheld3: 'Withheld, third tax',
    active: 'Still active',
  } satisfies Record<Field, string>,

  definitions: {
    heading: 'Definitions',
    lead: 'What the four measures mean here. Found once from the sheets, then kept on the Definitions sheet.',
    measures: {
      booked: 'Booked',
      invoiced: 'Invoiced',
      recognised: 'Recognised',
      cash: 'Cash',
    } satisfies Record<Measure, string>,
    derived: 'Recognised (derived)',
    notProvided: 'not provided: no sheet has this role',
    byDefault: (n: number, of: number, shown: string) =>
      n < of ? `${shown} by default` : of === 1 ? 'by default' : `all ${shown} by default`,
    /** Where a setting's name and its choices do not say it. */
    about: {
      calendar: 'How months are cut: the calendar’s own, by weeks, or by the month ends given.',
      yearStarts: 'The month that a fiscal year starts in, for quarters and years.',
      yearOfWeeksEnds: 'Such a day of the year’s last month, or the one nearest to that month’s end.',
      entities: 'Whose records count; one that names no entity counts always.',
      dealTypes: 'A deal of no stated type counts always.',
      amountMeans: 'What the amount of a deal stands for.',
      bookedAs: 'Deals are turned into this by their term.',
      taxInDeals: 'Whether the amount of a deal holds tax.',
      renewals: 'Uplift only: a renewal counts by its change against what was there before.',
      creditsReduceBookings: 'Yes: a credit that the deal does not show must be settled.',
      invoicedAmount: 'Gross: with tax.',
      invoiceDate: 'The day that decides an invoice’s month.',
      passThrough: 'Usage, freight and expenses that are passed on.',
      writeOffDocuments: 'Settle: they close what is open. Reduce: they take off what is invoiced.',
      recognisedSource: 'Derived: each invoice evenly over its service, where no schedule is read.',
      recognisedRate: 'Which exchange rate counts where revenue states none.',
      cashAmount: 'Before fees: with what was kept back on the way.',
      ownerRule: 'Whose name a line stands under.',
      splitCredit: 'Of a deal that several people share: split it, or leave all with its owner.',
      customerLevel: 'Parent: accounts stand together under their parent.',
      amountUsed: 'What turns an amount into the reporting currency.',
      acceptedInAll: 'Small differences beyond this share of a measure are listed.',
      suggestedInNumbers: 'Whether matches that wait for a decision count.',
    } satisfies Partial<Record<SettingKey, string>> as Partial<Record<SettingKey, string>>,
    useDefault: 'Use what the sheets say',
    usedNow: (value: string) => `now ${value}`,
    allowed: (allowed: string) => `Not allowed here. Allowed: ${allowed}.`,
    refused: (setting: string, typed: string) =>
      `“${typed}” is not allowed for ${setting} on the Definitions sheet; the last good value is used.`,
    none: 'none',
    percent: (shown: string) => `${shown} %`,
    days: (n: number, shown: string) => count(n, 'day', 'days', shown),
    run: 'Reconcile',
    runAgain: 'Reconcile again',
  },

  review: {
    heading: 'Review',
    suggested: 'Suggested matches',
    suggestedCount: (n: number, shown: string) =>
      n === 0
        ? 'No match waits for a decision.'
        : `${count(n, 'match waits', 'matches wait', shown)} for a decision, the surest first.`,
    choices: 'Several fit',
    choicesCount: (n: number, shown: string) =>
      `${count(n, 'record fits', 'records fit', shown)} several others equally well. None was taken.`,
    others: 'All matches',
    othersLead: 'What was linked, what was refused, and the nearest candidate of what found no partner.',
    show: 'Show',
    states: {
      suggested: 'Suggested',
      matched: 'Sure',
      confirmed: 'Confirmed',
      refused: 'Refused',
      unmatched: 'Without a partner',
      'not linked': 'Decided, but no longer found',
      ambiguous: 'Several fit',
      stopped: 'Search stopped',
    } satisfies Record<MatchState, string>,
    ofState: (state: string, shown: string) => `${state} (${shown})`,
    openMatches: 'Open the Matches sheet',
    more: (shown: string) => `and ${shown} more on the Matches sheet`,
    showMore: (shown: string) => `Show ${shown} more`,
    versus: (left: string, right: string) => `${left} – ${right}`,
    sureOf: {
      suggested: (shown) => `${shown} sure`,
      matched: (shown) => `${shown} sure`,
      confirmed: (shown) => `${shown} sure`,
      refused: (shown) => `would be ${shown} sure`,
      unmatched: (shown) => `only ${shown} sure`,
      'not linked': (shown) => `${shown} sure`,
      ambiguous: (shown) => `${shown} sure`,
      stopped: (shown) => `${shown} sure`,
    } satisfies Record<MatchState, (shown: string) => string>,

    compared: (left: string, right: string) => `${left} and ${right} compared`,
    fact: 'Compared',
    facts: {
      name: 'Name',
      id: 'Id',
      identity: 'Tax no., web',
      documents: 'Has',
      customer: 'Customer',
      date: 'Date',
      amount: 'Amount',
      text: 'Text',
      source: 'Source',
    },
    documents: (what: string, n: number, shown: string) => {
      const word = what.toLowerCase();
      return `${shown} ${n === 1 ? word.replace(/s$/, '') : word}`;
    },
    differs: 'differs',
    otherCurrency: 'another currency',
    daysApart: (n: number, shown: string, isLater: boolean) =>
      `${count(n, 'day', 'days', shown)} ${isLater ? 'later' : 'earlier'}`,
    amountApart: (shown: string, isMore: boolean) => `${shown} ${isMore ? 'more' : 'less'}`,
    sourceOf: (name: string, place: Place) => `Show ${name} at ${place.sheet}!${place.address}`,

    evidenceFor: 'What speaks for it and against it',
    prior: 'Before any evidence',
    inAllSure: (shown: string) => `In all: ${shown} sure`,
    scale: 'Each point of weight doubles the odds that the two belong together.',
    noEvidence: 'Nothing was compared in this run.',
    pass: (pass: string) => `Found by the pass “${pass}”.`,
    runnerUp: (text: string) => `Next best: ${text}.`,
    noRunnerUp: 'No other candidate came near.',
    against: (text: string) => `Not linked, ${text}.`,

    confirm: 'Confirm',
    refuse: 'Refuse',
    alias: 'Always the same customer',
    aliasHint: (from: string, to: string) => `Writes an alias: “${from}” is “${to}”, in every run.`,
    withdraw: 'Take the decision back',
    byAlias: 'Settled by an alias on the Definitions sheet.',
    deciding: (label: string) => `Decide on ${label}`,
    alike: (shown: string) => `Confirm ${shown} like it…`,
    alikeTitle: (shown: string) => `Confirm ${shown} matches?`,
    alikeBody: (kind: string, pass: string, sure: string) =>
      `All suggested ${kind} matches of the pass “${pass}”, each at least ${sure} sure.`,
    alikeAmounts: (amounts: string) => `Together they carry ${amounts}.`,
    alikeUndo: 'Confirmed is written into each row of the Matches sheet. Undo takes all of them back.',
    alikeConfirm: (shown: string) => `Confirm ${shown}`,
    alikeLabel: (shown: string) => `${shown} matches`,
    notNow: 'Not now',

    fits: (name: string, n: number, shown: string) => `${name} fits ${count(n, 'way', 'ways', shown)}`,
    stoppedAt: (name: string) => `${name}: the search was stopped`,
    candidate: (n: number, of: number) => `Candidate ${String(n)} of ${String(of)}`,
    why: (why: string) => `Why none was taken: ${why}.`,
    take: 'Take this one',
    takeFor: (candidate: string, name: string) => `Take this one: ${candidate} for ${name}`,
    noneOf: 'None of these',
    noneOfFor: (name: string) => `None of these for ${name}`,
    together: (names: readonly string[]) => names.join(' + '),

    initials: {
      title: 'Your initials',
      body: 'They are written beside your decisions, under Decided by. You are asked once.',
      label: 'Initials',
      go: 'Continue',
      without: 'Leave it blank',
    },

    signed: (initials: string) => (initials === '' ? 'Decisions are not signed.' : `Decisions are signed “${initials}”.`),
    changeInitials: 'Change',
    made: (n: number, shown: string) => `${count(n, 'decision waits', 'decisions wait', shown)} for the next run.`,
    undo: 'Undo',
    undoOf: (label: string) => `Undo: ${label}`,
    verdicts: {
      confirmed: (label) => `Confirmed: ${label}.`,
      refused: (label) => `Refused: ${label}.`,
      alias: (label) => `Always the same customer: ${label}.`,
      withdrawn: (label) => `Taken back: ${label}.`,
      undone: (label) => `Undone: ${label}.`,
    } satisfies Record<Verdict | 'undone', (label: string) => string>,

    exceptions: 'Open exceptions',
    exceptionsCount: (n: number, shown: string) =>
      n === 0 ? 'Nothing waits to be settled.' : `${count(n, 'exception waits', 'exceptions wait', shown)} to be settled.`,
    openExceptions: 'Open the Exceptions sheet',
    results: 'Back to the results',
  },

  results: {
    heading: 'Results',
    of: (period: string, asOf: string) => `${period}, as of ${asOf}`,
    totals: 'Totals',
    notProvided: 'not provided',
    measures: { booked: 'Booked', invoiced: 'Invoiced', recognised: 'Recognised', cash: 'Cash' } as Readonly<
      Record<string, string>
    >,
    gaps: 'Differences',
    difference: 'Difference',
    expected: 'Expected',
    toSettle: 'To settle',
    unexplained: 'of which unexplained',
    byClass: (title: string) => `${title} by class`,
    classItems: (n: number, shown: string) => count(n, 'item', 'items', shown),
    ties: 'Every amount is attributed and every row is accounted for.',
    doesNotTie: 'A check does not hold.',
    identityBroken: 'The parts of a difference do not add up; what failed is told below. Do not use these figures.',
    untied: (sources: readonly string[]) =>
      `Rows or amounts of ${sources.join(', ')} are not all accounted for. See the tie-out before using these figures.`,
    openTieOut: 'Open the Summary sheet',
    exceptions: 'To settle, by priority',
    noExceptions: 'Nothing is open.',
    leftOut: (n: number, shown: string) => `${count(n, 'row', 'rows', shown)} in no measure`,
    messages: 'Read this first',
    changes: 'What changed since the last run',
    sheets: 'Open in the workbook',
    runAgain: 'Run again',
    review: 'Review',
    remove: 'Remove results',
    done: (lines: string, open: string) => `Done. ${lines} lines, ${open} exceptions to settle.`,
  },

  remove: {
    title: 'Remove the results?',
    body: 'This deletes the sheets that Tieout made, with the comments, statuses and decisions typed there. It cannot be undone. Your own sheets stay as they are.',
    confirm: 'Remove',
    keep: 'Keep them',
  },
} as const;
