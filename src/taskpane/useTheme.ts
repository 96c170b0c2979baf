/** Fluent's theme for what Office and the browser ask for, as that changes. */

import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme as FluentTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Surroundings, Theme } from './ports';

const THEMES: Readonly<Record<Theme, FluentTheme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};

export const useTheme = ({ onThemeChanged, theme }: Pick<Surroundings, 'onThemeChanged' | 'theme'>): FluentTheme =>
  THEMES[useSyncExternalStore(onThemeChanged, theme)];
