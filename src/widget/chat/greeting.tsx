import { useConversation, useWidget } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { Chip } from '../ui/chip.tsx';

/** The first thing a shopper reads, with a few ways to begin. */
export function Greeting() {
  const { t } = useLanguage();
  const { shop } = useWidget();
  const ask = useConversation((state) => state.ask);
  const starters = shop?.starter_questions.length ? shop.starter_questions : t.starters;
  return (
    <div className="flex flex-col gap-4">
      <p dir="auto" className="text-title font-semibold text-balance">
        {shop?.greeting ?? t.greeting(shop?.name)}
      </p>
      <ul className="flex flex-col items-start gap-2">
        {starters.map((starter) => (
          <li key={starter}>
            <Chip onClick={() => ask(starter)}>
              <span dir="auto" className="font-normal">
                {starter}
              </span>
            </Chip>
          </li>
        ))}
      </ul>
    </div>
  );
}
