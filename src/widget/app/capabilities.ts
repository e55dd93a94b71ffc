import type { AisleEventName, WidgetHost } from '../../protocol/host.ts';

/** A host that knows what the shop listens to; the loader sees every `Aisle('on', …)`. */
type ListeningHost = WidgetHost & { listens?: (event: AisleEventName) => boolean };

/** Whether the shop has said, by `Aisle('on', …)`, that it handles an event. A host that cannot tell says no. */
export const listens = (host: ListeningHost, event: AisleEventName): boolean => host.listens?.(event) ?? false;
