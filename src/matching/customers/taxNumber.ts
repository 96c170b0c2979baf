/** Tax numbers as several systems write one: with and without the country, with a label, with zeros lost. */

export interface TaxNumber {
  /** "" where the number does not say. */
  readonly country: string;
  /** Letters and digits without country, suffix and leading zeros. */
  readonly body: string;
}

/** "VAT no.", "USt-IdNr.:", "EIN" before the number itself. */
const LABEL =
  /^(?:(?:VAT|TAX|UST|UID|USTID|TVA|IVA|MWST|BTW|EIN|TIN|ABN|GSTIN|NIF|CIF|NIP|P\.?\s?IVA)(?![A-Z0-9])[^A-Z0-9]*(?:(?:REG|ID|IDNR|NR|NO|NUMBER|INTRA)(?![A-Z0-9])[^A-Z0-9]*)*)+/;
/** What Switzerland writes behind it. */
const SUFFIX = /(?:MWST|TVA|IVA)$/;
/** Two letters before at least seven more signs; Greece signs as EL. */
const COUNTRY = /^([A-Z]{2})(?=[A-Z0-9]*\d)([A-Z0-9]{7,})$/;
const LEAST_DIGITS = 5;

/** Reads a tax number; null for a text that has too few digits to be one, or one digit only ("000000000"). */
export function readTaxNumber(text: string): TaxNumber | null {
  const written = text.normalize('NFKC').toUpperCase().trim().replace(LABEL, '');
  const plain = written.replace(/[^\p{L}\p{N}]/gu, '').replace(SUFFIX, '');
  const digits = plain.replace(/\D/g, '');
  if (digits.length < LEAST_DIGITS || new Set(digits).size === 1) return null;
  const [, country = '', rest = plain] = COUNTRY.exec(plain) ?? [];
  return { country: country === 'EL' ? 'GR' : country, body: rest.replace(/^0+/, '') };
}

export type TaxAgreement = 'same' | 'same, country written once' | 'another' | "another country's";

/** The nearest that any two numbers of two parties come. */
export function compareTaxNumbers(as: readonly TaxNumber[], bs: readonly TaxNumber[]): TaxAgreement {
  let best: TaxAgreement = "another country's";
  for (const a of as) {
    for (const b of bs) {
      const bothSay = a.country !== '' && b.country !== '';
      if (bothSay && a.country !== b.country) continue;
      if (a.body !== b.body) {
        if (best === "another country's") best = 'another';
      } else if (a.country === b.country) return 'same';
      else best = 'same, country written once';
    }
  }
  return best;
}
