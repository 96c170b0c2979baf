/** A list with a place for each number, filled as things become known. */
export function byNumber<T>(count: number): (T | undefined)[] {
  return new Array<T | undefined>(count).fill(undefined);
}
