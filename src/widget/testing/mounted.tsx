import { onTestFinished } from 'vitest';
import type { AisleCall, AisleEventName, MountedWidget, WidgetHost } from '../../protocol/host.ts';
import { mount } from '../mount.tsx';
import { createFakeBff, type FakeBff, type FakeRoutes } from './fake-bff.ts';

/** An event the widget sent to its host. */
export interface Emitted {
  readonly name: AisleEventName;
  readonly detail: unknown;
}

export interface Mounted {
  readonly widget: MountedWidget;
  readonly root: ShadowRoot;
  readonly bff: FakeBff;
  readonly emitted: Emitted[];
  readonly call: (...call: AisleCall) => void;
}

interface MountOptions {
  readonly locale?: string;
  /** Events the shop listens to. */
  readonly listens?: readonly AisleEventName[];
  /** Events the shop cancels. */
  readonly cancels?: readonly AisleEventName[];
  /** Keep what an earlier mount of this test stored. */
  readonly again?: boolean;
}

/** The real widget in a shadow root of the test page, against a fake BFF; removed when the test ends. */
export function mounted(routes: FakeRoutes, { locale = 'en', listens = [], cancels = [], again = false }: MountOptions = {}): Mounted {
  if (!again) sessionStorage.clear();
  const bff = createFakeBff(routes);
  const before = globalThis.fetch;
  globalThis.fetch = bff.fetch;
  const element = document.body.appendChild(document.createElement('div'));
  const emitted: Emitted[] = [];
  const host: WidgetHost & { listens(event: AisleEventName): boolean } = {
    element,
    root: element.attachShadow({ mode: 'open' }),
    options: { site: 'pk_test', api: 'https://bff.test', locale },
    emit: (name, ...detail) => {
      emitted.push({ name, detail: detail[0] });
      return !cancels.includes(name);
    },
    listens: (event) => listens.includes(event),
  };
  const widget = mount(host);
  globalThis.fetch = before;
  let gone = false;
  const unmount = (): void => {
    if (gone) return;
    gone = true;
    widget.unmount();
    element.remove();
  };
  onTestFinished(unmount);
  return { widget: { ...widget, unmount }, root: host.root, bff, emitted, call: widget.call };
}
