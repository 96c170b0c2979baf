/** Followers of a shared formula, written out: the master's relative references moved by their distance from it. */
import { tokenize } from '@borgar/fx/xlsx';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook/model';
import { columnLetters, columnNumber } from '../workbook/address';

interface Place {
  readonly column: number | null;
  readonly columnFixed: boolean;
  readonly row: number | null;
  readonly rowFixed: boolean;
}

export interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly pieces: readonly (string | Place)[];
}

export function compileShared(formula: string, row: number, column: number): SharedFormula {
  const pieces = tokenize(formula).flatMap((token) =>
    token.type === 'range' || token.type === 'range_beam' || token.type === 'range_ternary'
      ? referencePieces(token.value)
      : [token.value],
  );
  return { row, column, pieces };
}

export function followShared(shared: SharedFormula, row: number, column: number): string {
  const down = row - shared.row;
  const right = column - shared.column;
  return shared.pieces.map((piece) => (typeof piece === 'string' ? piece : placeText(piece, down, right))).join('');
}

function placeText(place: Place, down: number, right: number): string {
  const column = place.column === null || place.columnFixed ? place.column : place.column + right;
  const row = place.row === null || place.rowFixed ? place.row : place.row + down;
  if ((column !== null && (column < 0 || column >= MAX_COLUMNS)) || (row !== null && (row < 0 || row >= MAX_ROWS)))
    return '#REF!';
  return (
    (column === null ? '' : `${place.columnFixed ? '$' : ''}${columnLetters(column)}`) +
    (row === null ? '' : `${place.rowFixed ? '$' : ''}${row + 1}`)
  );
}

function referencePieces(reference: string): (string | Place)[] {
  const start = reference.lastIndexOf('!') + 1;
  const ends = reference.slice(start).split(':');
  return [reference.slice(0, start), ...ends.flatMap((end, i) => (i === 0 ? [readPlace(end)] : [':', readPlace(end)]))];
}

function readPlace(text: string): Place | string {
  const match = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/.exec(text);
  if (match === null) return text;
  const [, first = '', letters, second = '', digits] = match;
  return {
    column: letters === undefined ? null : columnNumber(letters),
    columnFixed: letters !== undefined && first === '$',
    row: digits === undefined ? null : Number(digits) - 1,
    rowFixed: letters === undefined ? first === '$' : second === '$',
  };
}
