/** Trials tell a pane that waits for nothing from one that another thread keeps waiting. */

import { pbkdf2 } from 'node:crypto';
import { until } from './turns';

test('what another thread works out for longer than many turns take is waited for', async () => {
  let isDone = false;
  pbkdf2('secret', 'salt', 1_000_000, 64, 'sha512', () => (isDone = true));
  expect(await until(() => isDone)).toBe(true);
});
