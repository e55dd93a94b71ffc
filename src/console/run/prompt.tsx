import type { RecordedMessage, RecordedRequest } from '../../protocol/run-entries.ts';
import { useLanguage } from '../i18n/language.ts';
import { laidOut } from '../text/json.ts';
import { Code } from '../ui/code.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Fold } from '../ui/fold.tsx';

const textOf = (message: RecordedMessage): string => {
  if (message.role !== 'assistant') return message.role === 'tool' ? laidOut(message.text) : message.text;
  const calls = message.calls.map(({ name, arguments: given }) => `${name}(${given})`);
  return [message.text, ...calls].filter(Boolean).join('\n');
};

/** How many messages at the beginning two requests have in common. */
export function sharedMessages(before: RecordedRequest | undefined, now: RecordedRequest): number {
  let same = 0;
  while (
    same < Math.min(before?.messages.length ?? 0, now.messages.length) &&
    JSON.stringify(before?.messages[same]) === JSON.stringify(now.messages[same])
  )
    same += 1;
  return same;
}

function Messages({ messages }: { messages: readonly RecordedMessage[] }) {
  const { t } = useLanguage();
  return (
    <ol className="flex flex-col gap-2">
      {messages.map((message, index) => {
        const name = t.roles[message.role] ?? message.role;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message is its place
          <li key={index}>
            <p className="text-tiny font-medium text-soft">
              {name}
              {message.role === 'tool' && <code className="ms-1">{message.name}</code>}
            </p>
            <Code text={textOf(message)} label={name} />
          </li>
        );
      })}
    </ol>
  );
}

/** The exact request of one model call, folded; what the call before it had read already is folded once more. */
export function Prompt({ request, before }: { request: RecordedRequest; before: RecordedRequest | undefined }) {
  const { t, number } = useLanguage();
  const shared = sharedMessages(before, request);
  return (
    <Fold summary={t.prompt(request.messages.length, request.tools.length)}>
      {() => (
        <div className="flex flex-col gap-2">
          <div>
            <CopyButton text={() => JSON.stringify(request, null, 2)} label={t.copyPrompt} />
            <span className="ms-3 text-tiny text-soft">{t.mayWrite(number(request.max_output_tokens))}</span>
          </div>
          {shared > 0 && <Fold summary={t.asBefore(shared)}>{() => <Messages messages={request.messages.slice(0, shared)} />}</Fold>}
          <Messages messages={request.messages.slice(shared)} />
          {request.tools.length > 0 && (
            <Fold summary={t.toolsOffered(request.tools.map(({ name }) => name).join(', '))}>
              {() => <Code text={JSON.stringify(request.tools, null, 2)} label={t.toolsOffered('')} />}
            </Fold>
          )}
          <Fold summary={t.factsGiven}>{() => <Code text={JSON.stringify(request.facts, null, 2)} label={t.factsGiven} />}</Fold>
        </div>
      )}
    </Fold>
  );
}
