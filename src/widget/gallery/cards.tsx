import { type ReactNode, useState } from 'react';
import type { Language } from '../../protocol/locale.ts';
import { CardContext, type Wish } from '../cards/card-context.ts';
import type { Group } from './case.ts';
import { createItems } from './fixtures/items.ts';
import { itemGroups } from './item-groups.tsx';
import { otherGroups } from './other-groups.tsx';

/** Every kind of card with its states. */
export const groupsIn = (language: Language): Group[] => [...itemGroups(language), ...otherGroups(language)];

/** Cards in a column as wide as a panel, which the shopper can use: only the network and the shop are missing. */
export function Cards({ language, only, width }: { language: Language; only: string | null; width: number }) {
  const groups = groupsIn(language).filter(({ name }) => only === null || name === only);
  return (
    <Usable compared={createItems(language).projector.id}>
      {groups.map((group) => (
        <section key={group.name} data-group={group.name} aria-label={group.name} className="bg-surface text-ink">
          {only === null && <h2 className="px-4 pt-6 text-title font-semibold">{group.name}</h2>}
          <div className="flex flex-wrap items-start">
            {group.cases.map(({ name, card }) => (
              <div
                key={name}
                data-case={name}
                className="flex max-w-full min-w-0 flex-col gap-2 overflow-hidden px-4 py-3"
                style={{ width }}
              >
                <p className="text-tiny text-soft">{name}</p>
                {card}
              </div>
            ))}
          </div>
        </section>
      ))}
    </Usable>
  );
}

function Usable({ compared: first, children }: { compared: string; children: ReactNode }) {
  const [compared, setCompared] = useState<ReadonlySet<string>>(new Set([first]));
  const [wish, setWish] = useState<Wish>({});
  const toggleCompared = (id: string): void => {
    const next = new Set(compared);
    if (!next.delete(id)) next.add(id);
    setCompared(next);
  };
  return (
    <CardContext
      value={{
        say: () => undefined,
        followItem: (event) => event.preventDefault(),
        compared,
        toggleCompared,
        addToCart: () => true,
        wish,
        wishIn: () => wish,
        choose: (_, chosen) => setWish({ ...wish, ...chosen }),
      }}
    >
      {children}
    </CardContext>
  );
}
