/** Single letters press the button within that carries them as `aria-keyshortcuts`, unless something is being typed. */

/** @param others commands without a button within, by letter, lower case. */
export function onShortcut(others: Readonly<Record<string, () => void>> = {}) {
  return (event: React.KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (!/^[a-z]$/.test(key)) return;
    const button = event.currentTarget.querySelector<HTMLElement>(`[aria-keyshortcuts="${key.toUpperCase()}"]`);
    const command = button === null ? others[key] : () => button.click();
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    command();
  };
}

/** Events of a dialog come up through React though it stands elsewhere on the page. */
function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [role="dialog"], [role="alertdialog"]') !== null;
}
