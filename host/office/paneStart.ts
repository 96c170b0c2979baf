/** Entry, loaded in the pane before `excel-web-16.00.js`. */

import { connectPage, type PaneConnection } from './paneBridge';

declare global {
  interface Window {
    _richApiNativeBridge?: PaneConnection['bridge'];
    embeddedExcel?: PaneConnection;
  }
}

window.embeddedExcel = connectPage(window);
window._richApiNativeBridge = window.embeddedExcel.bridge;
