/** What kind of file the bytes are, told from how they begin. */
import { FileProblem } from './problem';

const SAVE_AS_XLSX = 'Open it in Excel and save it as an Excel workbook (.xlsx).';

const begins = (bytes: Uint8Array, ...marks: readonly number[]): boolean => marks.every((mark, i) => bytes[i] === mark);

/** Whether a text stands in the bytes in the two-byte letters of old office files. */
function holdsWide(bytes: Uint8Array, text: string): boolean {
  const wide = Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const last = bytes.length - wide.length;
  for (let at = 0; at <= last; at += 2) if (wide.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

/** @throws FileProblem where the bytes are no zip archive, saying what they are instead */
export function refuseOtherFiles(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0)
    throw new FileProblem('empty', `The file ${name} is empty.`, 'It has no bytes at all.', 'Get the file once more.');
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (holdsWide(bytes, 'EncryptedPackage'))
      throw new FileProblem(
        'encrypted',
        `The file ${name} is protected by a password.`,
        'Its contents are encrypted.',
        'Open it in Excel, remove the password (File, Info, Protect Workbook) and save it.',
      );
    throw new FileProblem(
      'oldExcel',
      `The file ${name} is an Excel 97-2003 workbook (.xls).`,
      'It begins as the old binary files do.',
      SAVE_AS_XLSX,
    );
  }
  if (begins(bytes, 0x50, 0x4b)) return;
  const start = new TextDecoder().decode(bytes.subarray(0, 300)).trimStart();
  const what = /^<(?:!doctype html|html|table)/i.test(start)
    ? 'It is a web page, as some systems send in place of a workbook.'
    : start.startsWith('<?xml')
      ? 'It is an XML file.'
      : start.startsWith('%PDF')
        ? 'It is a PDF.'
        : 'It does not begin as a workbook does.';
  throw new FileProblem('notZip', `The file ${name} is not an .xlsx workbook.`, what, SAVE_AS_XLSX);
}
