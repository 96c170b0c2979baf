/** The bar between workbook and pane: drawn with the mouse or moved with the arrow keys, and remembered. */

import { recall, remember } from './remembered';

const LEAST = 280;
const MOST = 800;
const USUAL = 350;
const STEP = 20;
/** What the workbook keeps at the least. */
const BOOK = 240;

const KEYS: Readonly<Record<string, (width: number) => number>> = {
  ArrowLeft: (width) => width + STEP,
  ArrowRight: (width) => width - STEP,
  Home: () => MOST,
  End: () => LEAST,
  Enter: () => USUAL,
};

export function createSplitter(splitter: HTMLElement, pane: HTMLElement): void {
  const most = (): number => Math.max(LEAST, Math.min(MOST, window.innerWidth - BOOK));
  const setWidth = (width: number): void => {
    const kept = Math.round(Math.max(LEAST, Math.min(most(), width)));
    pane.style.width = `${String(kept)}px`;
    splitter.setAttribute('aria-valuenow', String(kept));
    splitter.setAttribute('aria-valuemin', String(LEAST));
    splitter.setAttribute('aria-valuemax', String(most()));
  };
  const keep = (): void => remember('paneWidth', String(pane.offsetWidth));

  splitter.addEventListener('pointerdown', (event) => {
    splitter.setPointerCapture(event.pointerId);
    const tracking = new AbortController();
    const { signal } = tracking;
    // The pane would take the pointer's moves for itself.
    pane.classList.add('passive');
    const end = (): void => {
      tracking.abort();
      pane.classList.remove('passive');
      keep();
    };
    splitter.addEventListener('pointermove', (moved) => setWidth(window.innerWidth - moved.clientX - splitter.offsetWidth / 2), {
      signal,
    });
    splitter.addEventListener('pointerup', end, { signal });
    splitter.addEventListener('pointercancel', end, { signal });
  });
  splitter.addEventListener('keydown', (event) => {
    const width = KEYS[event.key];
    if (width === undefined) return;
    event.preventDefault();
    setWidth(width(pane.offsetWidth));
    keep();
  });
  splitter.addEventListener('dblclick', () => {
    setWidth(USUAL);
    keep();
  });
  window.addEventListener('resize', () => setWidth(pane.offsetWidth));
  setWidth(Number(recall('paneWidth') ?? USUAL) || USUAL);
}
