/** Every sentence of the pane in German. */

import { english } from './en';
import type { Texts } from './en';
import { pane } from './pane.de';

export const german: Texts = { ...english, ...pane };
