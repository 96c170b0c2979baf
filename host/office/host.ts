/** Excel as an add-in meets it: takes office.js's requests one after another, answers them, and tells of events. */

import { printA1 } from '../workbook/address';
import { cellArea } from '../workbook/area';
import type { Refusal, Sheet, Workbook } from '../workbook/model';
import type { Author } from './author';
import { CULTURES } from './culture';
import { refuse, statusOf } from './errors';
import { Announcer } from './events';
import { Faults, type RequestRecord } from './faults';
import { workbookKind } from './kinds/workbook';
import type { OfficeDescription } from './officeShim';
import { describeActions, runBatch, type Answer, type RequestBody } from './processor';
import { Session, type RequirementSets } from './session';

/** What office.js finds as `_richApiNativeBridge`; it fills in `onMessageFromHost` itself. */
export interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

export interface HostOptions {
  /** Highest ExcelApi declared; members of later sets are refused. */
  readonly excelApi?: string;
  /** Further requirement sets by name. */
  readonly sets?: RequirementSets;
  /** Bytes of a request and of an answer, and cells of a range that is read. */
  readonly limits?: { readonly request?: number; readonly response?: number; readonly cells?: number };
  readonly office?: Partial<Omit<OfficeDescription, 'sets'>>;
  /** How Excel's own language writes numbers and dates, as it tells an add-in; what people type is read as in English. */
  readonly culture?: keyof typeof CULTURES;
  /** Who writes comments. */
  readonly author?: Partial<Author>;
}

export interface Host {
  readonly workbook: Workbook;
  readonly bridge: Bridge;
  /** What the Office shim of a page or of Node tells the add-in. */
  readonly office: OfficeDescription;
  readonly faults: Faults;
  readonly requests: readonly RequestRecord[];
  /** A person starts or ends editing a cell; requests that wait for the end go on. */
  setEditing(editing: boolean): void;
  /** A person clicks on a cell: selects it, and tells those who listen for clicks. */
  click(sheet: Sheet, row: number, column: number): void;
  /** Settles when no request is waiting or running. */
  idle(): Promise<void>;
  /** Stops listening to the workbook; requests are refused from then on. */
  close(): void;
}

interface Request {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: RequestBody };
}

const FLAG = { write: 1, delayForCellEdit: 64 } as const;

/** Sizes that Excel on the web allows: 5 MB a message, five million cells a range. */
const LIMITS = { request: 5 * 1024 * 1024, response: 5 * 1024 * 1024, cells: 5_000_000 };

/** Sets that office.js asks for itself before it sends cell-edit and undo flags. */
const INTERNAL_SETS: RequirementSets = {
  DelayForCellEdit: '1.1',
  RichApiRuntimeFlag: '1.2',
  ExcelApiUndo: '1.7',
  ExcelApiOnline: '1.1',
};

const encoder = new TextEncoder();

/** UTF-8 length, without encoding texts that cannot be too long. */
const exceeds = (text: string, limit: number): boolean =>
  text.length > limit || (text.length * 3 > limit && encoder.encode(text).length > limit);

const kindOf = (body: RequestBody, flags: number): RequestRecord['kind'] => {
  const methods = body.Actions.filter((action) => action.ActionType === 3);
  const isCleanUp = methods.length > 0 && methods.every((action) => action.Name === '_RemoveReference');
  if (isCleanUp && body.Actions.every((action) => action.ActionType === 1 || action.ActionType === 3)) return 'cleanUp';
  return flags & FLAG.write ? 'write' : 'read';
};

const refusalAnswer = (refusal: Refusal): Answer => ({
  Results: [],
  TraceIds: [],
  Error: { Code: refusal.code, Message: refusal.message, Location: '', ActionIndex: -1, HttpStatusCode: statusOf(refusal.code) },
});

class OfficeHost implements Host {
  readonly bridge: Bridge;
  readonly office: OfficeDescription;
  readonly faults: Faults;
  private readonly log: RequestRecord[] = [];
  private readonly session: Session;
  private readonly announcer: Announcer;
  private readonly limits: typeof LIMITS;
  private readonly stopWatching: () => void;
  private waitingForEdit: (() => void)[] = [];
  private queue: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    readonly workbook: Workbook,
    options: HostOptions,
  ) {
    const sets: RequirementSets = { ...INTERNAL_SETS, ...options.sets, ExcelApi: options.excelApi ?? '1.15' };
    this.limits = { ...LIMITS, ...options.limits };
    this.session = new Session(workbook, sets, this.limits, CULTURES[options.culture ?? 'en-US'], {
      name: 'A. User',
      email: 'user@example.com',
      ...options.author,
    });
    this.faults = new Faults(() => this.log.length);
    this.office = {
      host: 'Excel',
      platform: 'OfficeOnline',
      version: '16.0.0.0',
      displayLanguage: 'en-US',
      contentLanguage: 'en-US',
      partitionKey: '',
      isDarkTheme: false,
      ...options.office,
      sets,
    };
    this.bridge = { sendMessageToHost: (text) => this.receive(text), onMessageFromHost: null };
    this.announcer = new Announcer(this.session, (message) => this.send(message));
    // What a person typed is a change of the workbook, told when the edit is over.
    this.stopWatching = workbook.onChange(() => this.goOn());
  }

  get requests(): readonly RequestRecord[] {
    return this.log;
  }

  setEditing(editing: boolean): void {
    this.workbook.editing = editing;
    this.goOn();
  }

  click(sheet: Sheet, row: number, column: number): void {
    const address = printA1(cellArea(row, column));
    for (const target of [sheet.id, 'Workbook'])
      this.session.tell('singleClicked', target, { address, offsetX: 0, offsetY: 0, worksheetId: sheet.id });
    this.workbook.transact('person', () => this.workbook.select(sheet, [cellArea(row, column)]));
    this.announcer.flush();
  }

  /** Lets requests go on that waited for the end of an edit. */
  private goOn(): void {
    if (this.workbook.editing) return;
    const waiting = this.waitingForEdit;
    this.waitingForEdit = [];
    for (const go of waiting) go();
  }

  idle(): Promise<void> {
    return this.queue;
  }

  close(): void {
    this.isClosed = true;
    this.announcer.close();
    this.stopWatching();
  }

  private receive(text: string): void {
    this.goOn();
    this.queue = this.queue.then(() => this.answer(text));
  }

  private async answer(text: string): Promise<void> {
    const request = JSON.parse(text) as Request;
    const body = request.message.body;
    const index = this.log.length;
    const record: RequestRecord = {
      number: index + 1,
      bytes: encoder.encode(text).length,
      flags: request.flags,
      kind: kindOf(body, request.flags),
      actions: body.Actions.length,
      does: describeActions(body),
      code: undefined,
    };
    this.log.push(record);
    await this.faults.pass(record, 'request');
    const lost = this.faults.lossOf(record);
    if (lost === 'request') return;
    const answer = await this.execute(text, request, record);
    const response = this.pack(request.id, answer);
    this.log[index] = { ...record, code: response.code };
    await this.faults.pass(record, 'answer');
    if (lost === null) this.send(response.text);
    if (this.faults.isRepeated(record)) this.send(response.text);
    this.announcer.flush();
  }

  private pack(id: number, answer: Answer): { text: string; code: string | null } {
    const wrap = (body: Answer): string => JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } });
    const text = wrap(answer);
    if (!exceeds(text, this.limits.response)) return { text, code: answer.Error?.Code ?? null };
    const refusal = refuse('ResponsePayloadSizeLimitExceeded');
    return { text: wrap(refusalAnswer(refusal)), code: refusal.code };
  }

  private async execute(text: string, request: Request, record: RequestRecord): Promise<Answer> {
    if (this.isClosed || this.faults.sessionIsDropped) return refusalAnswer(refuse('InvalidOrTimedOutSession'));
    if (exceeds(text, this.limits.request)) return refusalAnswer(refuse('RequestPayloadSizeLimitExceeded'));
    if (this.workbook.editing) {
      if (!(request.flags & FLAG.delayForCellEdit)) return refusalAnswer(refuse('InvalidOperationInCellEditMode'));
      await new Promise<void>((resolve) => this.waitingForEdit.push(resolve));
    }
    const failure = this.faults.failureFor(record);
    if (failure?.stage === 'before') return refusalAnswer(failure.refusal);
    const breakAfter =
      typeof failure?.stage === 'object' ? { actions: failure.stage.actions, refusal: failure.refusal } : undefined;
    const answer = this.workbook.transact('addin', () =>
      runBatch(this.session, workbookKind(this.workbook), request.message.body, breakAfter),
    );
    return failure?.stage === 'after' ? refusalAnswer(failure.refusal) : answer;
  }

  private send(text: string): void {
    this.bridge.onMessageFromHost?.(text);
  }
}

/** Opens a workbook to an add-in. */
export const createHost = (workbook: Workbook, options: HostOptions = {}): Host => new OfficeHost(workbook, options);

export type { RequestRecord };
