/** Small makers of elements. */

export function element(tag: string, className: string, role: string | null = null): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (role !== null) made.setAttribute('role', role);
  return made;
}

/** Puts an element at a place of its positioned parent, in pixels. */
export function place(target: HTMLElement, box: Partial<Record<'left' | 'top' | 'width' | 'height', number>>): void {
  for (const [side, pixels] of Object.entries(box)) target.style.setProperty(side, `${String(pixels)}px`);
}
