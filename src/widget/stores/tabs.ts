import type { Kept } from './keep.ts';

/** What the tabs of one shop tell each other. A stop needs no message: the run's own end reaches every reader. */
export type TabMessage =
  /** A tab without a conversation asks for one. */
  | { readonly type: 'hello' }
  | { readonly type: 'here'; readonly conversationId: string; readonly turn?: Kept['turn'] | undefined }
  /** A question was asked and its run has begun. */
  | { readonly type: 'run'; readonly conversationId: string; readonly runId: string; readonly body: string }
  | { readonly type: 'note-forgotten'; readonly conversationId: string; readonly key: string }
  /** The shopper began anew, or had the conversation deleted. */
  | { readonly type: 'left'; readonly conversationId: string };

export interface Tabs {
  tell(message: TabMessage): void;
  close(): void;
}

const VERSION = 1;

/**
 * Opens the channel of a shop. Nothing is stored by it: a message reaches the tabs that are open, and no later one.
 * @param site the site key: shops on one origin do not hear each other.
 */
export function openTabs(site: string, hear: (message: TabMessage) => void): Tabs {
  let channel: BroadcastChannel | undefined;
  // Missing in old browsers, refused in some embedded ones: tabs then stand each for itself.
  try {
    channel = new BroadcastChannel(`aisle:${site}`);
    channel.onmessage = ({ data }: MessageEvent<{ v?: unknown; message?: TabMessage } | null>) => {
      if (data?.v === VERSION && data.message) hear(data.message);
    };
  } catch {
    channel = undefined;
  }
  return {
    tell: (message) => channel?.postMessage({ v: VERSION, message }),
    close: () => channel?.close(),
  };
}
