/** The worker's entry: the engine behind the protocol. */

import '../settings/jitless';
import { engine } from './engine';
import type { Call } from './protocol';
import { createServer } from './serve';

const serve = createServer(engine, (answer) => self.postMessage(answer));

self.addEventListener('message', (event: MessageEvent<Call>) => serve(event.data));
