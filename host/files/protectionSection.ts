/** `<sheetProtection>`: office.js says what is allowed, a file says what is locked. */
import type { Section } from './section';
import { attribute, child, flag, patchedAttributes } from './xml';

/** office.js option, attribute, and whether the attribute locks when it is missing. */
const OPTIONS: readonly (readonly [string, string, boolean])[] = [
  ['allowEditObjects', 'objects', false],
  ['allowEditScenarios', 'scenarios', false],
  ['allowFormatCells', 'formatCells', true],
  ['allowFormatColumns', 'formatColumns', true],
  ['allowFormatRows', 'formatRows', true],
  ['allowInsertColumns', 'insertColumns', true],
  ['allowInsertRows', 'insertRows', true],
  ['allowInsertHyperlinks', 'insertHyperlinks', true],
  ['allowDeleteColumns', 'deleteColumns', true],
  ['allowDeleteRows', 'deleteRows', true],
  ['allowSort', 'sort', true],
  ['allowAutoFilter', 'autoFilter', true],
  ['allowPivotTables', 'pivotTables', true],
];

/** Stands for a password of which the file has only a hash. */
export const UNKNOWN_PASSWORD = '\u0000';

export const protection: Section = {
  elements: ['sheetProtection'],
  state: (sheet) => sheet.protection,
  read: ({ sheet, root }) => {
    const node = child(root, 'sheetProtection');
    if (node === null || !flag(node, 'sheet')) return;
    sheet.protection.protected = true;
    for (const [option, name, locked] of OPTIONS) if (!flag(node, name, locked)) sheet.protection.options[option] = true;
    const hashed = attribute(node, 'password') ?? attribute(node, 'hashValue');
    if (hashed !== null) sheet.protection.password = UNKNOWN_PASSWORD;
  },
  write: ({ sheet, original }) => {
    const { protected: on, options, password } = sheet.protection;
    if (!on) return [''];
    const known = password !== UNKNOWN_PASSWORD;
    const node = known ? null : child(original?.root, 'sheetProtection');
    const locks = OPTIONS.map(
      ([option, name, locked]) => [name, (options[option] ?? false) === locked ? !locked : null] as const,
    );
    return [
      `<sheetProtection${patchedAttributes(node, {
        ...(known ? { password: password === null || password === '' ? null : legacyHash(password) } : {}),
        sheet: true,
        ...Object.fromEntries(locks),
      })}/>`,
    ];
  },
};

/** The 16-bit hash that Excel has always accepted (ECMA-376 part 4, 14.7.1). It keeps nobody out, as in Excel. */
export function legacyHash(password: string): string {
  let hash = 0;
  for (let i = password.length - 1; i >= 0; i -= 1) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= password.charCodeAt(i);
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  return (hash ^ password.length ^ 0xce4b).toString(16).toUpperCase().padStart(4, '0');
}
