import type { ModelEvent } from '../port.ts';
import { fieldsOf } from './fields.ts';

/** A call whose fragments are still arriving. */
interface OpenCall {
  index: number | undefined;
  id: string;
  name: string;
  arguments: string;
}

type CallEvent = Extract<ModelEvent, { type: 'call' | 'broken-call' }>;

/** Puts the calls of one answer together, whatever way a provider cuts and labels their fragments. */
export interface CallAssembly {
  /** Whether anything of a call has arrived. */
  readonly started: boolean;
  /** Takes `delta.tool_calls`. */
  add(fragments: unknown): void;
  /** The calls in the order in which they began. */
  close(ending: Ending): CallEvent[];
}

/** How the answer ended: in good order, at its token limit, stopped by a content filter, or with its connection lost. */
export type Ending = 'whole' | 'length' | 'filter' | 'cut';

/** Endings after which no call is trusted, even one that looks whole. */
const distrusted: Partial<Record<Ending, string>> = {
  filter: 'the content filter stopped the answer',
  cut: 'the connection was cut',
};

/** Calls of one answer that are kept; nobody runs more, and the search for a fragment's call stays short. */
const mostCalls = 64;

/** Where call ids come from when the provider's own cannot be used. */
export interface CallIds {
  /** Ids that earlier steps of the conversation used. */
  readonly taken: ReadonlySet<string>;
  readonly make: () => string;
}

export function createCallAssembly(ids: CallIds): CallAssembly {
  const calls: OpenCall[] = [];

  function addFragment(fragment: unknown): void {
    const fields = fieldsOf(fragment);
    if (!fields) return;
    const made = fieldsOf(fields.function);
    const id = typeof fields.id === 'string' ? fields.id : '';
    const name = typeof made?.name === 'string' ? made.name : '';
    const text = argumentText(made?.arguments);
    const index = indexOf(fields.index);
    const known = continued(calls, index, id, name);
    if (known && !beginsAnother(known, name, text)) {
      known.id ||= id;
      known.name ||= name;
      known.arguments += text;
    } else if (calls.length < mostCalls) {
      calls.push({ index, id, name, arguments: text });
    }
  }

  return {
    get started() {
      return calls.length > 0;
    },
    add(fragments) {
      if (Array.isArray(fragments)) fragments.forEach(addFragment);
      else addFragment(fragments);
    },
    close(ending) {
      const taken = new Set(ids.taken);
      return calls.splice(0).map((call) => {
        // A tool without parameters is called with nothing at all by some providers.
        const args = call.arguments.trim() === '' && ending === 'whole' ? '{}' : call.arguments;
        const reason = distrusted[ending] ?? fault(call.name, args);
        if (reason !== undefined) return { type: 'broken-call', name: call.name, arguments: call.arguments, reason };
        const id = call.id === '' || taken.has(call.id) ? ids.make() : call.id;
        taken.add(id);
        return { type: 'call', call: { id, name: call.name, arguments: args } };
      });
    },
  };
}

function fault(name: string, args: string): string | undefined {
  if (name === '') return 'the call has no name';
  return isJsonObject(args) ? undefined : 'the arguments are not a JSON object';
}

/**
 * The call a fragment belongs to. The id decides where there is one, since some providers number every call 0; without an
 * id the number decides; without either it is the call that came last.
 */
function continued(calls: readonly OpenCall[], index: number | undefined, id: string, name: string): OpenCall | undefined {
  if (id !== '') {
    const same = calls.findLast((call) => call.id === id && (index === undefined || call.index === undefined || call.index === index));
    // An id that comes late joins the call that lacks one; with a name of its own it is a new call.
    return same ?? calls.findLast((call) => call.id === '' && call.index === index && (call.name === '' || name === ''));
  }
  if (index === undefined) return calls.at(-1);
  return calls.findLast((call) => call.index === index) ?? calls.findLast((call) => call.index === undefined);
}

/** Without ids, another name, or the same name again after whole arguments, is the only sign of a new call. */
function beginsAnother(call: OpenCall, name: string, text: string): boolean {
  if (name === '' || call.name === '') return false;
  return name !== call.name || (text !== '' && isJsonObject(call.arguments));
}

function argumentText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function indexOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function isJsonObject(text: string): boolean {
  try {
    return fieldsOf(JSON.parse(text)) !== undefined;
  } catch {
    return false;
  }
}
