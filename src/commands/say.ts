/** Says something from a page that nobody sees: in Office's own small window, on a page of ours. */

const SIZE = { width: 30, height: 25, displayInIframe: true };

export function say(what: string, next: string): void {
  const { ui } = Office.context as { readonly ui?: Office.UI };
  // Where Office has no such window there is no other way to say it.
  ui?.displayDialogAsync(new URL(`said.html#${encodeURIComponent(JSON.stringify([what, next]))}`, location.href).href, SIZE);
}
