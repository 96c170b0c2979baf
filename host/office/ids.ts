/** Ids of things that the add-in makes; unique while the program runs, and the same in every run. */

let last = 0;

export const newId = (): string => {
  last += 1;
  return `{0FF1CE00-0000-4000-8000-${last.toString(16).toUpperCase().padStart(12, '0')}}`;
};

/** As `newId` where a file may have brought ids that were given in an earlier run. */
export function freeId(isTaken: (id: string) => boolean): string {
  for (;;) {
    const id = newId();
    if (!isTaken(id)) return id;
  }
}
