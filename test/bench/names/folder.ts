/** A folder of names to match: `left.csv` and `right.csv` (`id,name` and optional columns), `truth.csv` (`left_id,right_id`). */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { csvRecords } from '../../../host/files/csvText';

export interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly taxNumber: string;
  /** A web address or e-mail. */
  readonly domain: string;
}

export interface NameSet {
  readonly folder: string;
  readonly left: readonly NamedRow[];
  readonly right: readonly NamedRow[];
  /** Keys of true pairs, as `pairKey` makes them. */
  readonly truth: ReadonlySet<string>;
}

export interface HardPair {
  readonly left: string;
  readonly right: string;
  readonly isMatch: boolean;
}

export const pairKey = (left: string, right: string): string => `${left}\t${right}`;

/** The sets in a folder: itself, or the folders in it. */
export function setFolders(folder: string): string[] {
  const isSet = (dir: string): boolean =>
    ['left.csv', 'right.csv', 'truth.csv'].every((file) => existsSync(path.join(dir, file)));
  if (isSet(folder)) return [folder];
  return readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name))
    .filter(isSet);
}

export function readSet(folder: string): NameSet {
  const truth = readTable(path.join(folder, 'truth.csv'));
  return {
    folder,
    left: readTable(path.join(folder, 'left.csv')).map(namedRow),
    right: readTable(path.join(folder, 'right.csv')).map(namedRow),
    truth: new Set(truth.map((row) => pairKey(cell(row, 'left_id'), cell(row, 'right_id')))),
  };
}

/** The pairs of a `hard_pairs.csv` (`name1,name2,is_match`); none where there is no such file. */
export function readHardPairs(folder: string): HardPair[] {
  const file = path.join(folder, 'hard_pairs.csv');
  if (!existsSync(file)) return [];
  return readTable(file).map((row) => ({
    left: cell(row, 'name1'),
    right: cell(row, 'name2'),
    isMatch: cell(row, 'is_match') === 'true',
  }));
}

type Row = ReadonlyMap<string, string>;

function readTable(file: string): Row[] {
  const [headers = [], ...rows] = csvRecords(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), ',');
  return rows
    .filter((fields) => fields.some((field) => field !== ''))
    .map((fields) => new Map(headers.map((header, i) => [header.trim().toLowerCase(), fields[i] ?? ''])));
}

function namedRow(row: Row): NamedRow {
  const taxNumber = cell(row, 'tax_number', 'tax number', 'vat', 'tax_id');
  return { id: cell(row, 'id'), name: cell(row, 'name'), taxNumber, domain: cell(row, 'domain', 'website', 'email') };
}

/** The first of the columns that has a value; "" where none has. */
function cell(row: Row, ...headers: string[]): string {
  return headers.map((header) => row.get(header) ?? '').find((value) => value !== '') ?? '';
}
