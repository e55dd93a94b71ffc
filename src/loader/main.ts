import type { AisleCall } from '../protocol/host.ts';
import { startGuest } from './guest.ts';

/** The one global, or the stub that a shop pastes to queue calls before this script has come. */
interface AisleGlobal {
  (...call: AisleCall): void;
  /** Calls made before the script came, as `arguments` objects. */
  q?: Iterable<AisleCall> | undefined;
  /** Set once this script answers the calls. */
  on?: true;
}
const page = window as unknown as { Aisle?: AisleGlobal | undefined };

try {
  const before = page.Aisle;
  if (before?.on) throw Error('runs already');
  const script = document.currentScript as HTMLScriptElement;
  const base = script.src.replace(/aisle\.js.*/, '');
  const aisle: AisleGlobal = startGuest({ site: '', api: base, ...script.dataset }, base, () => {
    page.Aisle = before;
    if (before)
      before.q = undefined; // the stub makes a new one: calls from now on wait for a later start
    else delete page.Aisle;
  });
  aisle.on = true;
  page.Aisle = aisle;
  for (const call of before?.q || []) aisle(...call);
} catch (error) {
  console.warn('Aisle', error);
}
