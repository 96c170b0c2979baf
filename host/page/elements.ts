/** Small makers of elements. */

export function element(tag: string, className: string, role: string | null = null): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (role !== null) made.setAttribute('role', role);
  return made;
}

export function button(text: string, work: () => void, className = ''): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', work);
  return made;
}

/** Puts an element at a place of its positioned parent, in pixels. */
export function place(target: HTMLElement, box: Partial<Box>): void {
  for (const [side, pixels] of Object.entries(box)) target.style.setProperty(side, `${String(pixels)}px`);
}

/** Pixels within a positioned parent. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What something pops up beside. */
export type PopUpBox = Omit<Box, 'width'>;

/** Puts something that pops up beside a box of its parent: under it, or above where there is no room; never over the edge. */
function popUp(parent: HTMLElement, target: HTMLElement, box: PopUpBox): void {
  parent.append(target);
  const under = box.top + box.height;
  const isHigh = under + target.offsetHeight > parent.clientHeight && box.top > parent.clientHeight - under;
  place(target, {
    left: Math.max(0, Math.min(box.left, parent.clientWidth - target.offsetWidth)),
    top: Math.max(0, isHigh ? box.top - target.offsetHeight : Math.min(under, parent.clientHeight - target.offsetHeight)),
  });
}

/** Something that pops up and goes when the focus leaves it. @param done is called once, when it is gone @returns what closes it */
export function popUpUntilLeft(parent: HTMLElement, target: HTMLElement, box: PopUpBox, done: () => void): () => void {
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    target.remove();
    done();
  };
  target.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !target.contains(event.relatedTarget)) close();
  });
  popUp(parent, target, box);
  return close;
}
