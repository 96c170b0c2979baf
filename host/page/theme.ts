/** Light or dark, as the system has it or as chosen here; the pane is told the same. */

import { recall, remember } from './remembered';

export interface Theme {
  readonly isDark: boolean;
}

/** @param changed is called with each change after the first. */
export function createTheme(choice: HTMLSelectElement, changed: () => void): Theme {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const kept = recall('theme');
  if (kept !== null && [...choice.options].some(({ value }) => value === kept)) choice.value = kept;
  const isDark = (): boolean => (choice.value === 'system' ? system.matches : choice.value === 'dark');
  let shown = isDark();
  const show = (): void => {
    document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  };
  const change = (): void => {
    if (isDark() === shown) return;
    shown = isDark();
    show();
    changed();
  };
  choice.addEventListener('change', () => {
    remember('theme', choice.value);
    change();
  });
  system.addEventListener('change', change);
  show();
  return {
    get isDark() {
      return isDark();
    },
  };
}
