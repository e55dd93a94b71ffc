import { useLanguage } from '../i18n/language.ts';
import type { Answer } from '../stores/model.ts';

/** What is being done right now, in human words; gives way to the answer itself. */
export function StatusLine({ answer }: { answer: Answer }) {
  const { t } = useLanguage();
  const tool = answer.blocks.findLast((block) => block.kind === 'tool' && block.state === 'running');
  const doing = answer.reconnecting ? t.state.reconnecting : (answer.status ?? (tool?.kind === 'tool' ? tool.summary : undefined));
  const words = doing ?? (answer.blocks.some((block) => block.kind !== 'tool') ? undefined : t.state.thinking);
  return (
    <p className="flex min-h-5 items-center gap-2 text-small text-soft">
      <span aria-hidden="true" className="size-2 shrink-0 animate-breathe rounded-full bg-accent-ink" />
      {words && <span dir="auto">{words}</span>}
    </p>
  );
}
