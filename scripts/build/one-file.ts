import { basename, resolve } from 'node:path';
import type { Rolldown } from 'vite';

/**
 * Puts a module and all that it imports statically into one chunk of its name, also what other chunks share with it: one
 * request, and a size limit on that file sees everything.
 * @param module path from the project's root.
 */
export function withStaticImports(module: string): Rolldown.CodeSplittingNameFunction {
  const name = basename(module).replace(/\.\w+$/, '');
  return (id, context) => {
    const reached = new Set<string>();
    const reach = (from: string): void => {
      if (reached.has(from)) return;
      reached.add(from);
      for (const next of context.getModuleInfo(from)?.importedIds ?? []) reach(next);
    };
    reach(resolve(module));
    return reached.has(id) ? name : null;
  };
}
