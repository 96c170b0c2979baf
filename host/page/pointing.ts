/** Putting the address of a clicked cell into a formula that is being typed. */

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Addresses put last and where they stand: the next click replaces them as long as nothing was typed behind. */
const pending = new WeakMap<Field, { readonly from: number; readonly to: number; readonly text: string }>();

/** After these a formula goes on with a reference. */
const BEFORE_REFERENCE = /(^=|[(,;+\-*/^&=<>:])\s*$/;

function pendingIn(field: Field): { readonly from: number; readonly to: number } | null {
  const put = pending.get(field);
  return put !== undefined && put.text === field.value && field.selectionStart === put.to ? put : null;
}

/** Whether a click on a cell means its address. */
export function isPointable(field: Field): boolean {
  if (!field.value.startsWith('=')) return false;
  return pendingIn(field) !== null || BEFORE_REFERENCE.test(field.value.slice(0, field.selectionStart ?? 0));
}

export function pointTo(field: Field, reference: string): void {
  const put = pendingIn(field);
  const from = put?.from ?? field.selectionStart ?? field.value.length;
  const to = put?.to ?? field.selectionEnd ?? from;
  field.setRangeText(reference, from, to, 'end');
  pending.set(field, { from, to: from + reference.length, text: field.value });
}
