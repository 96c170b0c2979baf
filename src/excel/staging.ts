/** Sheets that hold a result until it is put in place. */

/** Begins the name of a sheet that is not yet a result. */
const stagingPrefix = '~Tieout ';

/** A sheet that is staged is hidden from its first moment: one in sight is a person's, whatever its name. */
export const isStaged = ({ name, isHidden }: { readonly name: string; readonly isHidden: boolean }): boolean =>
  isHidden && name.startsWith(stagingPrefix);

const LONGEST_NAME = 31;

/** A name that no sheet has: the staging sheet of a planned one. */
export function stagingName(planned: string, taken: ReadonlySet<string>): string {
  return freeName((attempt) => `${stagingPrefix}${planned}${attempt === 1 ? '' : ` ${attempt}`}`, taken);
}

/** The planned name, else one that says whose sheet it is. */
export function resultName(planned: string, taken: ReadonlySet<string>): string {
  return freeName(
    (attempt) => (attempt === 1 ? planned : attempt === 2 ? `${planned} (Tieout)` : `${planned} (Tieout ${attempt - 1})`),
    taken,
  );
}

/** A table's planned name, else one with an ending of ours. */
export function tableName(planned: string, taken: ReadonlySet<string>): string {
  return freeName(
    (attempt) => (attempt === 1 ? planned : attempt === 2 ? `${planned}_Tieout` : `${planned}_Tieout${attempt - 1}`),
    taken,
    255,
  );
}

/** @param nameOf the name to try, and each after it. */
export function freeName(nameOf: (attempt: number) => string, taken: ReadonlySet<string>, longest = LONGEST_NAME): string {
  for (let attempt = 1; ; attempt += 1) {
    const name = nameOf(attempt).slice(0, longest);
    if (!taken.has(name.toLowerCase())) return name;
  }
}
