/** The entry field over a cell. */

import { place } from './elements';
import type { Box } from './elements';
import { isPointable, pointTo } from './pointing';
import type { Direction } from './movement';

export interface Editor {
  readonly field: HTMLTextAreaElement;
  text(): string;
  setText(text: string): void;
  /** Commits without moving, for a click elsewhere. */
  finish(): void;
  /** Whether a click on a cell now puts its address into a formula. */
  takesReference(): boolean;
  putReference(reference: string): void;
}

export interface Entered {
  readonly text: string;
  /** Null where the person has gone elsewhere. */
  readonly key: 'Enter' | 'Tab' | Direction | null;
  readonly back: boolean;
  /** Ctrl and Enter: the same for all selected cells. */
  readonly everywhere: boolean;
}

interface Answers {
  input(text: string): void;
  commit(entered: Entered): void;
  cancel(): void;
}

/** While a text is typed over a cell, an arrow key ends the entry; while one is changed, it moves in the text. F2 goes from one to the other. */
const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

const PIXELS_A_LETTER = 8;
const PIXELS_A_LINE = 20;

export function openEditor(parent: HTMLElement, box: Box, text: string, mode: 'enter' | 'edit', answers: Answers): Editor {
  const field = document.createElement('textarea');
  field.className = 'grid-editor';
  field.value = text;
  field.spellcheck = false;
  field.setAttribute('aria-label', 'Cell entry');
  let isTyping = mode === 'enter';
  let open = true;
  const fit = (): void => {
    const lines = field.value.split('\n');
    const longest = Math.max(...lines.map(({ length }) => length + 2));
    place(field, {
      left: box.left - 1,
      top: box.top - 1,
      width: Math.min(parent.clientWidth - box.left, Math.max(box.width + 2, longest * PIXELS_A_LETTER)),
      height: Math.max(22, box.height + 1, lines.length * PIXELS_A_LINE + 2),
    });
  };
  const close = (answer: () => void): void => {
    if (!open) return;
    open = false;
    field.remove();
    answer();
  };
  const commit = (key: Entered['key'], back = false, everywhere = false): void =>
    close(() => answers.commit({ text: field.value, key, back, everywhere }));
  const changed = (): void => {
    fit();
    answers.input(field.value);
  };
  field.addEventListener('input', changed);
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const arrow = isTyping ? ARROWS[event.key] : undefined;
    if (event.key === 'Enter' && event.altKey) {
      field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
      changed();
    } else if (event.key === 'Enter' || event.key === 'Tab')
      commit(event.key, event.shiftKey, event.ctrlKey && event.key === 'Enter');
    else if (arrow !== undefined && !event.shiftKey && !event.ctrlKey) commit(arrow);
    else if (event.key === 'Escape') close(() => answers.cancel());
    else if (event.key === 'F2') isTyping = !isTyping;
    else return;
    event.preventDefault();
  });
  field.addEventListener('pointerdown', () => (isTyping = false));
  field.addEventListener('blur', () => commit(null));
  parent.append(field);
  fit();
  field.focus();
  return {
    field,
    text: () => field.value,
    setText: (value) => {
      field.value = value;
      fit();
    },
    finish: () => commit(null),
    takesReference: () => isPointable(field),
    putReference: (reference) => {
      pointTo(field, reference);
      changed();
    },
  };
}
