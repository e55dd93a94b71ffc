/**
 * Starts the BFF with what earlier starts compiled. Node otherwise strips the types of every file anew, in every thread: twice the time
 * and some 50 MB (decision 055). So nothing but Node's own modules is imported here before the cache is on.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

/** Beside the code, never in a folder that others may write: what lies there is run. A disk that cannot be written has no cache. */
const folder = process.env.NODE_COMPILE_CACHE ?? join(import.meta.dirname, '../../.aisle/compiled');
enableCompileCache(folder);
process.env.NODE_COMPILE_CACHE = folder; // threads read it for themselves

await import('./serve.ts');
// A process that is killed leaves it behind too.
flushCompileCache();
