/** Asks the host for every member that is documented, through Microsoft's office.js: what does not come back as "not found" is answered. */

import { openOffice } from '../node';
import { createHost, type Bridge, type Host } from '../office/host';
import { createWorkbook } from '../workbook/workbook';
import type { DocumentedClass, DocumentedMember } from './documented';
import { CELLS, PLACES, SHEET, type Place } from './places';

/** How a member was answered: as documented, only to be read where it could be set, not at all, or with a fault of the host's own. */
export type Outcome = 'answered' | 'readOnly' | 'missing' | 'fault';

export interface Asked {
  readonly member: string;
  readonly outcome: Outcome;
  /** The code with which it was refused; null where it was not. */
  readonly code: string | null;
  /** What a property gave. */
  readonly value?: unknown;
}

/** What office.js's own member tables say of an object, and its members by name. */
type Client = OfficeExtension.ClientObject & {
  readonly _scalarPropertyNames?: readonly string[];
} & Record<string, unknown>;

/** One office.js for hosts that come and go: each question is asked of a workbook that no other question has touched. */
class Switchboard {
  private host: Host | null = null;
  readonly bridge: Bridge = {
    sendMessageToHost: (text) => this.host?.bridge.sendMessageToHost(text),
    onMessageFromHost: null,
  };

  connect(): void {
    this.host?.close();
    const workbook = createWorkbook();
    workbook.transact('load', () => {
      const sheet = workbook.addSheet(SHEET);
      workbook.addSheet('Other');
      sheet.enterBlock({ top: 0, left: 0, bottom: CELLS.length - 1, right: 2 }, CELLS);
      workbook.activate(sheet);
    });
    const host = createHost(workbook);
    host.bridge.onMessageFromHost = (text) => this.bridge.onMessageFromHost?.(text);
    this.host = host;
  }
}

interface Refused {
  readonly code: string;
  readonly message: string;
}

const refusalOf = async (work: () => Promise<unknown>): Promise<Refused | null> => {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return { code: error.code, message: error.message };
    throw error;
  }
};

const NOT_FOUND = new Set(['ApiNotFound', 'NotImplemented']);

/** Whether it is the member of this class that is not found, and not one of an object that it leads to. */
const isMissing = ({ code, message }: Refused, kind: string): boolean =>
  NOT_FOUND.has(code) && (/^(\w+)\.\w+ is not part/.exec(message)?.[1] ?? kind) === kind;

const read = (client: Client, member: string): unknown => client[member];

const isScalar = (client: Client, member: string): boolean => client._scalarPropertyNames?.includes(member) ?? false;

const isObject = (value: unknown): value is OfficeExtension.ClientObject => value instanceof OfficeExtension.ClientObject;

/** Arguments for methods that office.js itself looks into; all others are called without. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  'SettingCollection.add': ['size', 1],
};

class Question {
  constructor(
    private readonly kind: string,
    private readonly member: DocumentedMember,
    private readonly context: Excel.RequestContext,
  ) {}

  /** Asks in one request, the making of the object included: not every object can be found again in the next. */
  async ask(place: Place): Promise<Asked> {
    const { name, sort } = this.member;
    const client = place(this.context.workbook) as Client;
    if (sort === 'method') return this.told(await refusalOf(() => this.call(client)));
    if (sort === 'event') return this.told(await refusalOf(() => this.listen(client)));
    if (!isScalar(client, name)) return this.told(await refusalOf(() => this.open(client)));
    const refused = await refusalOf(() => this.load(client, name));
    return { ...this.told(refused), value: refused ? undefined : read(client, name) };
  }

  /** Whether a property takes back what it gave. */
  async giveBack(place: Place, value: unknown): Promise<Asked> {
    const client = place(this.context.workbook) as Client;
    const refused = await refusalOf(async () => {
      client[this.member.name as keyof Client] = value as never;
      await this.context.sync();
    });
    const told = this.told(refused);
    const isShut = told.outcome === 'missing' || (refused?.message.endsWith('is read-only.') ?? false);
    return isShut ? { ...told, outcome: 'readOnly' } : told;
  }

  private told(refused: Refused | null): Asked {
    return { member: this.member.name, outcome: this.outcomeOf(refused), code: refused?.code ?? null };
  }

  private outcomeOf(refused: Refused | null): Outcome {
    if (refused === null) return 'answered';
    if (isMissing(refused, this.kind)) return 'missing';
    return refused.message.startsWith('Fault in the host') ? 'fault' : 'answered';
  }

  private async load(client: OfficeExtension.ClientObject, what?: string): Promise<void> {
    this.context.load(client, what);
    await this.context.sync();
  }

  /** Asks for as little of an object as there is: what a method answers may be a whole sheet. */
  private reach(client: OfficeExtension.ClientObject): Promise<void> {
    return this.load(client, (client as Client)._scalarPropertyNames?.[0]);
  }

  private async open(client: Client): Promise<void> {
    const inner = read(client, this.member.name);
    if (!isObject(inner)) throw new Error(`office.js has no object ${this.kind}.${this.member.name}.`);
    await this.reach(inner);
  }

  private async call(client: Client): Promise<void> {
    const { name } = this.member;
    const method = read(client, name);
    if (typeof method !== 'function') throw new Error(`office.js has no method ${this.kind}.${name}.`);
    const answer: unknown = method.apply(client, ARGUMENTS[`${this.kind}.${name}`] ?? []);
    if (isObject(answer)) await this.reach(answer);
    else await this.context.sync();
  }

  private async listen(client: Client): Promise<void> {
    const handlers = read(client, this.member.name) as OfficeExtension.EventHandlers<unknown>;
    handlers.add(() => Promise.resolve());
    await this.context.sync();
  }
}

export interface Answers {
  readonly name: string;
  readonly members: readonly Asked[];
}

const ask = async (switchboard: Switchboard, kind: string, member: DocumentedMember): Promise<Asked> => {
  const place = PLACES[kind];
  if (!place) throw new Error(`No place of ${kind} is known.`);
  const inFreshWorkbook = (work: (question: Question) => Promise<Asked>): Promise<Asked> => {
    switchboard.connect();
    return Excel.run((context) => work(new Question(kind, member, context)));
  };
  const asked = await inFreshWorkbook((question) => question.ask(place));
  const isSettable = member.sort === 'property' && !member.isReadOnly && asked.outcome === 'answered' && 'value' in asked;
  return isSettable ? inFreshWorkbook((question) => question.giveBack(place, asked.value)) : asked;
};

/** Whether the place of a class can be reached; without it none of its members can. */
const isReached = async (switchboard: Switchboard, kind: string): Promise<boolean> => {
  const place = PLACES[kind];
  if (!place) return false;
  switchboard.connect();
  return Excel.run(async (context) => {
    place(context.workbook);
    return (await refusalOf(() => context.sync())) === null;
  });
};

/**
 * Asks for each member of the classes; a class for which no place is known is not answered.
 * Takes the globals `Excel` and `Office` while it runs.
 */
export const askAll = async (classes: readonly DocumentedClass[]): Promise<Answers[]> => {
  const switchboard = new Switchboard();
  switchboard.connect();
  const office = openOffice({ bridge: switchboard.bridge, office: createHost(createWorkbook()).office });
  const answers: Answers[] = [];
  for (const { name, members } of classes) {
    const asked: Asked[] = [];
    const isThere = await isReached(switchboard, name);
    for (const member of members) {
      asked.push(isThere ? await ask(switchboard, name, member) : { member: member.name, outcome: 'missing', code: null });
    }
    answers.push({ name, members: asked });
  }
  office.close();
  return answers;
};
