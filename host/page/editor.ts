/** The entry field over a cell. */

import { place } from './elements';
import type { Direction } from './movement';

export interface Editor {
  /** Commits without moving, for a click elsewhere. */
  finish(): void;
}

interface Answers {
  /** @param direction null where the person has gone elsewhere. */
  commit(text: string, direction: Direction | null): void;
  cancel(): void;
}

/** While a text is typed over a cell, an arrow key ends the entry; while one is changed, it moves in the text. */
const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

const LEAVING: Readonly<Record<string, readonly [plain: Direction, shifted: Direction]>> = {
  Enter: ['down', 'up'],
  Tab: ['right', 'left'],
};

export function openEditor(
  parent: HTMLElement,
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  text: string,
  mode: 'enter' | 'edit',
  answers: Answers,
): Editor {
  const input = document.createElement('input');
  input.className = 'grid-editor';
  input.value = text;
  input.setAttribute('aria-label', 'Cell entry');
  place(input, {
    left: box.left - 1,
    top: box.top - 1,
    width: Math.max(box.width, text.length * 8) + 2,
    height: Math.max(22, box.height + 1),
  });
  let open = true;
  const close = (answer: () => void): void => {
    if (!open) return;
    open = false;
    input.remove();
    answer();
  };
  const commit = (direction: Direction | null): void => close(() => answers.commit(input.value, direction));
  input.addEventListener('keydown', (event) => {
    const leaving = LEAVING[event.key];
    const arrow = mode === 'enter' ? ARROWS[event.key] : undefined;
    if (leaving !== undefined) {
      event.preventDefault();
      commit(leaving[event.shiftKey ? 1 : 0]);
    } else if (arrow !== undefined) {
      event.preventDefault();
      commit(arrow);
    } else if (event.key === 'Escape') {
      close(() => answers.cancel());
    }
    event.stopPropagation();
  });
  input.addEventListener('blur', () => commit(null));
  parent.append(input);
  input.focus();
  return { finish: () => commit(null) };
}
