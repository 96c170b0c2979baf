/** What keeps a file from being opened, and what was set aside while it was read. */

export type FileProblemCode =
  | 'empty'
  | 'notZip'
  | 'oldExcel'
  | 'encrypted'
  | 'binaryWorkbook'
  | 'otherFormat'
  | 'truncated'
  | 'damaged'
  | 'tooLarge'
  | 'noWorkbook'
  | 'brokenPart'
  | 'unreadableText';

/** A file that cannot be opened as a whole. Thrown, because half a workbook reconciled in silence is worse than none. */
export class FileProblem extends Error {
  /**
   * @param what the file or part concerned, and what is wrong with it
   * @param why the fact that shows it
   * @param next what a person can do
   */
  constructor(
    readonly code: FileProblemCode,
    readonly what: string,
    readonly why: string,
    readonly next: string,
  ) {
    super(`${what} ${why} ${next}`);
    this.name = 'FileProblem';
  }
}

export type FindingCode =
  | 'cellOutOfRange'
  | 'cellUnreadable'
  | 'cellRepeated'
  | 'formulaNotCalculated'
  | 'styleMissing'
  | 'textMissing'
  | 'textTooLong'
  | 'objectUnreadable'
  | 'nameUnreadable'
  | 'partMissing'
  | 'sheetSkipped'
  | 'sheetRenamed';

/** Something small that could not be taken over as it stands; the rest of the file was read. */
export interface Finding {
  readonly code: FindingCode;
  /** Sheet's name, or the part's path where no sheet is concerned. */
  readonly where: string;
  /** The offending cell, name or value. */
  readonly what: string;
}

const MOST_FINDINGS = 1000;

/** Collects findings; a file with a fault in every cell does not fill the memory with them. */
export class Findings {
  readonly list: Finding[] = [];
  private left = 0;

  add(code: FindingCode, where: string, what: string): void {
    if (this.list.length < MOST_FINDINGS) this.list.push({ code, where, what: what.slice(0, 200) });
    else this.left += 1;
  }

  /** How many more there were than `list` holds. */
  get unlisted(): number {
    return this.left;
  }
}

export const isFileProblem = (error: unknown): error is FileProblem => error instanceof FileProblem;
