/** Entry, loaded in the pane after `excel-web-16.00.js` and before the add-in: lays the Office shim over office.js. */

import { createOffice, UNKNOWN_OFFICE } from './officeShim';
import type {} from './paneStart';

const connection = window.embeddedExcel;
if (!connection) throw new Error('The pane has no bridge to the page: paneStart must be loaded before office.js.');

const shim = createOffice(window.Office, UNKNOWN_OFFICE, connection.ready, (address) => connection.openDialog(address));
connection.onCommand((id) => void shim.command(id).then((command) => command({ completed: () => undefined })));
Object.assign(window, { Office: shim });
