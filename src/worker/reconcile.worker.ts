/** The worker's entry: the engine behind the protocol. */

import '../settings/jitless';
import { createEngine } from './engine';
import type { Call } from './protocol';
import { createServer } from './serve';

const serve = createServer(createEngine(), (answer) => self.postMessage(answer));

self.addEventListener('message', (event: MessageEvent<Call>) => serve(event.data));
