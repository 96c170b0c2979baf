/** What only some exports say of a row: read where there is a column for it, else absent. */

import type { Currency, Minor } from '../domain/money';
import type { DealFacts, DocumentLine, InvoiceFacts, ReceiptFacts } from '../domain/record';
import type { Field } from '../settings/mapping';
import { isAmendmentType } from './amendments';
import { splitReferences } from './commonFields';
import type { RowReader } from './commonFields';
import type { PendingFault } from './drafts';
import { lineKind } from './lineKinds';
import type { PairedSource } from './pairSources';
import { remembered } from './remembered';
import { BLANK, READ } from './sheet';
import type { SourceSheet } from './sheet';
import { normaliseHeader } from './text';
import { documentClass, isNo, statusKey } from './words';

interface Row {
  readonly index: number;
  readonly currency: Currency;
  /** The row's contribution, signed. */
  readonly amount: Minor;
  readonly faults: PendingFault[];
}

/** A reader for each fact that the sheet has a column for. */
type Readers<T> = { readonly [K in keyof T]-?: ((row: Row) => T[K] | undefined) | null };

const NOTHING = {};

function factsOf<T extends object>(readers: Readers<T>): (row: Row) => T {
  const present = Object.entries(readers).filter((each): each is [string, (row: Row) => unknown] => each[1] !== null);
  if (present.length === 0) return () => NOTHING as T;
  return (row) => {
    const facts: Record<string, unknown> = {};
    for (const [name, read] of present) {
      const value = read(row);
      if (value !== undefined) facts[name] = value;
    }
    return facts as T;
  };
}

export function dealFactsReader(sheet: SourceSheet, reader: RowReader): (row: Row) => DealFacts {
  const when = dayReader(sheet, reader);
  return factsOf<DealFacts>({
    lines: lineReader(sheet),
    signed: inUse(sheet, 'signed') ? when('signed') : null,
    closed: null,
    modified: when('modified'),
    amended: when('amended'),
    cancelled: when('cancelled'),
    isNewTotal:
      sheet.mapping.amendments === 'total' ? ({ index }) => isAmendmentType(sheet.texts('type')[index] ?? '') || undefined : null,
    priorAmount: moneyReader(sheet, reader, 'priorAmount'),
    discountEnds: when('discountEnds'),
    uplift: sheet.has('uplift') ? ({ index, faults }) => shareOf(reader.number('uplift', index, faults)) : null,
    channel: channelReader(sheet),
    isHeld: holdReader(sheet),
    ownerAtClose: textReader(sheet, 'ownerAtClose'),
    ownerShares: sheet.has('splitShare')
      ? ({ index, faults }) => {
          const share = reader.number('splitShare', index, faults);
          return share === null ? undefined : [{ owner: reader.owner(index), share }];
        }
      : null,
  });
}

export function invoiceFactsReader(sheet: SourceSheet, reader: RowReader): (row: Row) => InvoiceFacts {
  return factsOf<InvoiceFacts>({
    lines: lineReader(sheet),
    statedKind: kindReader(sheet),
    channel: channelReader(sheet),
    isHeld: holdReader(sheet),
    postingDay: dayReader(sheet, reader)('otherDate'),
    passedThrough: null,
    writtenOffAmount: null,
    deduction: moneyReader(sheet, reader, 'deduction'),
    deductionReason: textReader(sheet, 'deductionReason'),
  });
}

export function receiptFactsReader(sheet: SourceSheet, reader: RowReader): (row: Row) => ReceiptFacts {
  return factsOf<ReceiptFacts>({
    deduction: moneyReader(sheet, reader, 'deduction'),
    deductionReason: textReader(sheet, 'deductionReason'),
    channel: channelReader(sheet),
    isFeeInferred: null,
    otherDay: dayReader(sheet, reader)('otherDate'),
    appliedTo: appliedReader(sheet),
  });
}

/** A day, null where blank; nothing is said of a cell that cannot be read. */
function dayReader(sheet: SourceSheet, reader: RowReader) {
  return (field: Field) =>
    sheet.has(field)
      ? ({ index, faults }: Row) => {
          const before = faults.length;
          const day = reader.day(field, index, faults);
          return faults.length > before ? undefined : day;
        }
      : null;
}

/** A column of which most cells are blank says nothing by a blank one. */
function inUse(sheet: SourceSheet, field: Field): boolean {
  const column = sheet.days(field);
  if (column === null) return false;
  let filled = 0;
  for (let index = 0; index < sheet.count; index += 1) if (column.state[index] !== BLANK) filled += 1;
  return filled * 2 >= sheet.count;
}

function moneyReader(sheet: SourceSheet, reader: RowReader, field: Field) {
  return sheet.has(field)
    ? ({ index, currency, faults }: Row): Minor | null => {
        const minor = reader.minor(field, index, currency, faults);
        return minor === null ? null : Math.abs(minor);
      }
    : null;
}

function textReader(sheet: SourceSheet, field: Field) {
  return sheet.has(field) ? ({ index }: Row): string => sheet.texts(field)[index] ?? '' : null;
}

/** "5" and "5 %" are a twentieth, as is 0.05. */
function shareOf(value: number | null): number | null {
  return value === null ? null : value >= 1 ? value / 100 : value;
}

/** The row as a line, where the columns tell lines from each other and the amount is the row's own. */
function lineReader(sheet: SourceSheet): ((row: Row) => readonly DocumentLine[]) | null {
  const tells = (['lineType', 'item', 'quantity'] as const).some((field) => sheet.has(field));
  if (!tells || sheet.mapping.grain === 'repeated') return null;
  const kindOf = remembered(lineKind);
  const [types, items] = [sheet.texts('lineType'), sheet.texts('item')];
  const quantities = sheet.numbers('quantity');
  return ({ index, amount }) => {
    const [type = '', item = ''] = [types[index], items[index]];
    const stated = kindOf(type);
    const isKindStated = stated !== 'other' || (type !== '' && kindOf(item) === 'other');
    const isCounted = quantities !== null && quantities.state[index] === READ;
    const quantity = isCounted ? (quantities.values[index] ?? null) : null;
    return [{ kind: isKindStated ? stated : kindOf(item), isKindStated, item, quantity, amount }];
  };
}

/** A field's header, both of its rows where it stands over two; "" where there is none. */
export function headerOf({ grid, mapping }: PairedSource, field: Field): string {
  const column = mapping.columns[field];
  return column === undefined ? '' : String(grid.values[mapping.headerRow]?.[column] ?? '').trim();
}

const DIRECT =
  /^(?:direct|directly|direct sales|none|no|n a|na|false|0|house|own|internal|inside sales|direkt|directe|directo|diretto)$/;
const THROUGH_OTHERS =
  /market ?place|(?:cloud|app|online) market|reseller|partner|distribut|\bdisti\b|indirect|\bvar\b|\baws\b|amazon|azure|google|app ?store|app ?source|app ?exchange|play store|marktplatz|handler|wiederverk|revend|indirekt|indirecto|indiretto/;
/** A column that is called so names who sells; under "Channel" stand campaigns and desks as well. */
const NAMES_SELLER = /market|reseller|distributor|partner|sold/;

function channelReader(sheet: SourceSheet): ((row: Row) => string) | null {
  if (!sheet.has('channel')) return null;
  const namesSeller = NAMES_SELLER.test(normaliseHeader(headerOf(sheet, 'channel')));
  const channelOf = remembered((text) => {
    const key = statusKey(text);
    if (key === '' || DIRECT.test(key)) return '';
    return namesSeller || THROUGH_OTHERS.test(key) ? text : '';
  });
  return ({ index }) => channelOf(sheet.texts('channel')[index] ?? '');
}

const NOT_HELD = /^(?:released|lifted|none|n a|na|cleared|accepted|approved|ok)$/;

function holdReader(sheet: SourceSheet): ((row: Row) => boolean) | null {
  if (!sheet.has('hold')) return null;
  const isHeld = remembered((text) => text !== '' && !isNo(text) && !NOT_HELD.test(statusKey(text)));
  return ({ index }) => isHeld(sheet.texts('hold')[index] ?? '');
}

/** Invoice or credit, by the type column or by the sheet; nothing where the word says neither. */
function kindReader(sheet: SourceSheet): ((row: Row) => InvoiceFacts['statedKind']) | null {
  if (sheet.mapping.role === 'credits') return () => 'credit';
  if (!sheet.has('type')) return null;
  const kindOf = remembered(documentClass);
  return ({ index }) => {
    const kind = kindOf(sheet.texts('type')[index] ?? '');
    return kind === 'invoice' || kind === 'credit' ? kind : undefined;
  };
}

/** What the ledger set a receipt against, where the column of its invoices is called so. */
function appliedReader(sheet: SourceSheet): ((row: Row) => readonly string[] | undefined) | null {
  if (!/\bappli/.test(normaliseHeader(headerOf(sheet, 'reference')))) return null;
  return ({ index }) => {
    const text = sheet.texts('reference')[index] ?? '';
    return text === '' ? undefined : splitReferences(text);
  };
}
