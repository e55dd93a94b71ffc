import type { SuggestionsData } from '../../protocol/parts.ts';
import { useLanguage } from '../i18n/language.ts';
import { Chip } from '../ui/chip.tsx';
import { useCardActions } from './card-context.ts';

/** Questions the shopper may want to ask next. */
export function Suggestions({ prompts }: Pick<SuggestionsData, 'prompts'>) {
  const { t } = useLanguage();
  const { say } = useCardActions();
  return (
    <ul aria-label={t.suggestions} className="flex flex-wrap gap-2">
      {prompts.map((prompt) => (
        <li key={prompt} className="max-w-full">
          <Chip className="text-accent-ink" onClick={() => say(prompt)}>
            <span dir="auto" className="line-clamp-2 font-normal">
              {prompt}
            </span>
          </Chip>
        </li>
      ))}
    </ul>
  );
}
