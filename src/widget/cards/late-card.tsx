import { type ComponentType, lazy, type ReactNode } from 'react';

/** Makes a card's failed fetch be forgotten; one for each card whose fetch has failed. */
const failed = new Set<() => void>();

/** What failed to load is fetched again when it is next drawn. */
export function fetchAgain(): void {
  for (const forget of failed) forget();
  failed.clear();
}

/**
 * A card that is fetched when it is first needed. React remembers a failed fetch for ever, so {@link fetchAgain} puts a
 * new one in its place. Not at the failure itself: React draws once more before it gives up, and would never end.
 */
export function lateCard<Props extends object>(load: () => Promise<{ default: (props: Props) => ReactNode }>): (props: Props) => ReactNode {
  const attempt = (): ComponentType<Props> =>
    lazy(() =>
      load().catch((fault: unknown) => {
        failed.add(() => {
          Current = attempt();
        });
        throw fault;
      }),
    ) as unknown as ComponentType<Props>; // `lazy` keeps the props of what it loads; its type does not follow a generic
  let Current = attempt();
  return (props) => <Current {...props} />;
}
