/** The entry field over a cell. */

import type { Direction } from './movement';

export interface Editor {
  /** Commits as Enter would, without moving far; for a click elsewhere. */
  finish(): void;
}

interface Answers {
  commit(text: string, direction: Direction): void;
  cancel(): void;
}

const LEAVING: Readonly<Record<string, readonly [plain: Direction, shifted: Direction]>> = {
  Enter: ['down', 'up'],
  Tab: ['right', 'left'],
};

export function openEditor(
  parent: HTMLElement,
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  text: string,
  answers: Answers,
): Editor {
  const input = document.createElement('input');
  input.className = 'grid-editor';
  input.value = text;
  input.setAttribute('aria-label', 'Cell entry');
  Object.assign(input.style, {
    left: `${box.left - 1}px`,
    top: `${box.top - 1}px`,
    width: `${Math.max(box.width, text.length * 8) + 2}px`,
    height: `${box.height + 1}px`,
  });
  let open = true;
  const close = (answer: () => void): void => {
    if (!open) return;
    open = false;
    input.remove();
    answer();
  };
  const commit = (direction: Direction): void => close(() => answers.commit(input.value, direction));
  input.addEventListener('keydown', (event) => {
    const leaving = LEAVING[event.key];
    if (leaving !== undefined) {
      event.preventDefault();
      commit(leaving[event.shiftKey ? 1 : 0]);
    } else if (event.key === 'Escape') {
      close(() => answers.cancel());
    }
    event.stopPropagation();
  });
  input.addEventListener('blur', () => commit('down'));
  parent.append(input);
  input.focus();
  return { finish: () => commit('down') };
}
