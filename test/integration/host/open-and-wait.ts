// Opens a window, says where its folder is, and waits to be killed.
import { openBench } from './chromium-bench.ts';

const bench = await openBench();
process.stdout.write(`${bench.root}\n`);
