import type { CatalogEngine } from './engine.ts';

/**
 * A catalogue that answers as `engine` does, but for what a layer over it does itself. What the engine cannot do (`put`,
 * `check`), the layer cannot do either.
 */
export function layered(engine: CatalogEngine, own: Partial<Omit<CatalogEngine, 'name' | 'close'>>): CatalogEngine {
  const { put, check } = engine;
  return {
    name: engine.name,
    search: (search, context) => engine.search(search, context),
    items: (ids, context) => engine.items(ids, context),
    vocabulary: () => engine.vocabulary(),
    revision: () => engine.revision(),
    close: () => engine.close(),
    ...own,
    ...(put && { put: own.put ?? ((items) => put.call(engine, items)) }),
    ...(check && { check: own.check ?? (() => check.call(engine)) }),
  };
}
