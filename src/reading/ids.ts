/** Ids as two systems write the same one, so that columns can be seen to speak of the same records. */

/** Digits alone or behind a prefix are a document's number. */
const SALESFORCE = /^(?=..\d*[A-Za-z])(?:00|0Q|80|a[0-9A-Z])[A-Za-z0-9]{13}(?:[A-Z0-5]{3})?$/;
const SYSTEM_PREFIX = /^(?:zcrm_|__export__\.[a-z_]+_)(?=\d)/i;

/**
 * A form in which a Salesforce id of 15 characters meets the one of 18, a number the same with leading zeros, and an id the
 * same behind a system's prefix. Evidence for columns only: matching compares ids more strictly.
 */
export function comparableId(text: string): string {
  const plain = text.replace(SYSTEM_PREFIX, '');
  if (SALESFORCE.test(plain) && /\d/.test(plain)) return plain.slice(0, 15);
  return /^0+\d/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}
