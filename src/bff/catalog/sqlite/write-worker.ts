import { workerData } from 'node:worker_threads';
import type { Item } from '../../../protocol/item.ts';
import { importItems } from './transaction.ts';

/** Adds items to a catalogue and ends: indexing a thousand of them would hold up every stream of the main thread. */
const { path, items } = workerData as { path: string; items: readonly Item[] };
importItems(path, items);
