import type { Widget } from '../app/widget-context.ts';
import type { Picked } from '../stores/ui-store.ts';
import { compareInChat } from '../tray/start.ts';

/** The page's place for what is in the compare tray, before its code has come. */
export interface TrayPlace {
  /** What the shopper pressed "compare" on meanwhile, once. */
  readonly takePressed: () => readonly Picked[] | undefined;
  /** Its code cannot be had, or the page took it away: what was pressed is compared in the chat, as on a page without such a place. */
  giveUp(): void;
}

/** From here on a press of "compare" waits for the place. */
export function holdTrayPlace(widget: Widget, locale: string): TrayPlace {
  let pressed: readonly Picked[] | undefined;
  widget.ui.setState({
    compareHere: (picked) => {
      pressed = picked;
    },
  });
  return {
    takePressed: () => {
      const taken = pressed;
      pressed = undefined;
      return taken;
    },
    giveUp: () => {
      widget.ui.setState({ compareHere: undefined });
      if (pressed) compareInChat(widget, locale, pressed);
    },
  };
}
