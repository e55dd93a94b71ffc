import { useContext } from 'react';
import type { Item } from '../../../protocol/item.ts';
import { useLanguage } from '../../i18n/language.ts';
import { RunContext, useCardActions } from '../card-context.ts';
import { factsLine } from './facts.ts';

/** Brand, title and one line of facts. A cut title is whole in its tooltip and in the accessible name. */
export function Heading({ item, asked }: { item: Item; asked: readonly string[] | undefined }) {
  const language = useLanguage();
  const facts = factsLine(item, language, asked);
  return (
    <div>
      {item.brand && (
        <p dir="auto" className="truncate text-tiny text-soft">
          {item.brand}
        </p>
      )}
      <h3 dir="auto" title={item.title} className="line-clamp-2 font-semibold wrap-anywhere">
        <ItemLink item={item} />
      </h3>
      {facts && (
        <p dir="auto" title={facts} className="truncate text-small text-soft">
          {facts}
        </p>
      )}
    </div>
  );
}

/** An item's title, leading to its page where it has one. */
export function ItemLink({ item: { id, title, url } }: { item: Item }) {
  const { followItem } = useCardActions();
  const run = useContext(RunContext);
  if (!url) return title;
  return (
    <a href={url} className="hover:underline" onClick={(event) => followItem(event, id, url, run)}>
      {title}
    </a>
  );
}
