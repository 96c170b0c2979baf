/**
 * The embedded Excel's one public door, for Node: Microsoft's own office.js over a workbook of the host. A program
 * written for Excel runs on it unchanged.
 */

import { readCsv } from './files/readCsv';
import { readXlsx } from './files/readXlsx';
import { writeXlsx } from './files/writeXlsx';
import { openOffice, type OpenOffice } from './node';
import type { Faults, RequestRecord } from './office/faults';
import { createHost, type HostOptions } from './office/host';
import type { Workbook } from './workbook/model';
import { createWorkbook } from './workbook/workbook';

export type { Failure, Faults, Gate, RequestRecord, When } from './office/faults';
export type { HostOptions } from './office/host';
export { FileProblem } from './files/problem';

export interface StartOptions extends HostOptions {
  /** Names of the sheets of an empty workbook; one called `Sheet1` where nothing is said. */
  readonly sheets?: readonly string[];
  /** A file to open instead, `.xlsx` or `.csv` by its name. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

export interface EmbeddedExcel extends Pick<OpenOffice, 'Excel' | 'Office' | 'OfficeExtension'> {
  /** What shall go wrong, and when. */
  readonly faults: Faults;
  /** Every request that office.js has sent, with the code of its refusal. */
  readonly requests: readonly RequestRecord[];
  /** Types into a cell as a person would: the add-in hears of it as of a change that is not its own. */
  type(sheet: string, row: number, column: number, entry: string | number | boolean): void;
  /** A person begins or ends editing a cell. */
  setEditing(editing: boolean): void;
  /** The workbook as an `.xlsx` file; what did not change is kept byte for byte. */
  save(): Uint8Array;
  /** Settles when no request is waiting or running, the clean-up after `Excel.run` included. */
  idle(): Promise<void>;
  /** Ends the session and takes the globals `Excel`, `Office` and `OfficeExtension` away. */
  close(): void;
}

const emptyWorkbook = (sheets: readonly string[]): Workbook => {
  const workbook = createWorkbook();
  workbook.transact('load', () => {
    for (const name of sheets) workbook.addSheet(name);
    const [first] = workbook.sheets;
    if (first) workbook.activate(first);
  });
  return workbook;
};

const openFile = (file: NonNullable<StartOptions['file']>): Workbook =>
  /\.csv$/i.test(file.name) ? readCsv([file]) : readXlsx(file.bytes, file.name).workbook;

/**
 * Starts Excel over an empty workbook or a file. One at a time in a process: starting another closes the one before.
 * @throws FileProblem where the file cannot be read; Refusal where a sheet's name is none.
 */
export const startExcel = ({ sheets = ['Sheet1'], file, ...options }: StartOptions = {}): EmbeddedExcel => {
  const workbook = file ? openFile(file) : emptyWorkbook(sheets);
  const host = createHost(workbook, options);
  const { Excel, Office, OfficeExtension, close } = openOffice(host);
  return {
    Excel,
    Office,
    OfficeExtension,
    faults: host.faults,
    requests: host.requests,
    type: (sheet, row, column, entry) => {
      const found = workbook.sheet(sheet);
      if (!found) throw new Error(`There is no sheet ${sheet}.`);
      workbook.transact('person', () => found.enter(row, column, entry));
    },
    setEditing: (editing) => host.setEditing(editing),
    save: () => writeXlsx(workbook),
    idle: () => host.idle(),
    close: () => {
      host.close();
      close();
    },
  };
};
