/** Says something from a page that nobody sees: in Office's own small window, on a page of ours. */

const SIZE = { width: 30, height: 25, displayInIframe: true };

export function say(what: string, next: string): void {
  const { ui } = Office.context as { readonly ui?: Office.UI };
  const page = new URL('said.html', location.href);
  page.searchParams.set('lang', document.documentElement.lang);
  page.hash = encodeURIComponent(JSON.stringify([what, next]));
  // Where Office has no such window there is no other way to say it.
  ui?.displayDialogAsync(page.href, SIZE);
}
