/** Excel's refusals: the codes of its JavaScript API with the sentence Excel gives for each. */

import { Refusal } from '../workbook/model';

export const MESSAGES = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  BadPassword: 'The password you supplied is incorrect.',
  FormulaLengthExceedsLimit: 'The length of the applied formula exceeds the maximum length limit.',
  GeneralException: 'There was an internal error while processing the request.',
  InsertDeleteConflict: 'The insert or delete operation attempted resulted in a conflict.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidObjectPath: 'The object path is not valid.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode:
    "The operation isn't available while Excel is in Edit cell mode. Exit Edit mode by using the Enter or Tab keys, or by selecting another cell, and then try again.",
  InvalidOrTimedOutSession: 'Your Office session has expired or is invalid. To continue, refresh the page.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidRequest: 'Cannot process the request.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'A resource with the same name or identifier already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  NonBlankCellOffSheet:
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  UnsupportedOperation: 'The operation being attempted is not supported.',
} as const;

export type ExcelCode = keyof typeof MESSAGES;

const STATUS: Partial<Record<string, number>> = {
  AccessDenied: 401,
  ApiNotFound: 404,
  GeneralException: 500,
  InvalidOrTimedOutSession: 408,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
};

/** A refusal with Excel's own sentence, or a closer one where Excel has it. */
export const refuse = (code: ExcelCode, message: string = MESSAGES[code]): Refusal => new Refusal(code, message);

/** The HTTP status that goes with a code. */
export const statusOf = (code: string): number => STATUS[code] ?? 400;

/** The sentence that belongs to a code; the code itself where Excel has none of its own. */
export const messageOf = (code: string): string => Object.entries(MESSAGES).find(([known]) => known === code)?.[1] ?? code;

export const WRONG_ARRAY_SIZE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";
