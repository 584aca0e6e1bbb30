// `npm run simpul -- …`: the command line, with a new enough Node.

import { join } from 'node:path';
import { buildWhatIsStale, installPackages, nodeFlags, nodePath, root, run } from './prepare.mjs';

await installPackages();
const args = process.argv.slice(2);
if (args[0] === 'serve') await buildWhatIsStale();
process.exitCode = await run(nodePath(), [...nodeFlags, join(root, 'src', 'main', 'simpul.ts'), ...args]);
