// The policy of the window forbids code made from text (RELIABILITY 3.4). The schemas of the contract would try for
// it, and the browser would log a breach each time. To be imported before anything that builds a schema.

import { config } from 'zod';

config({ jitless: true });
