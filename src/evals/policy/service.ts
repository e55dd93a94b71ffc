import type { Adviser } from '../adviser.ts';
import type { ServiceCase } from './service-cases.ts';

/** What is wrong with the answer to a case; empty when nothing is. */
export async function serviceFaults(adviser: Adviser, { locale, say, page, sub, says, part, never = [] }: ServiceCase): Promise<string[]> {
  const ask = adviser.conversation(locale, sub);
  const messages = say.split(' >> ');
  let answer: Awaited<ReturnType<typeof ask>> | undefined;
  for (const message of messages) answer = await ask(message, page === undefined ? undefined : { item_id: page });
  if (!answer) return ['no answer'];
  const { said, parts, calls, verdicts, outcome } = answer;
  return [
    ...(outcome === 'finished' ? [] : [`the run ended ${outcome}`]),
    ...verdicts.flatMap((verdict) => (verdict.outcome === 'passed' ? [] : [`guard: ${verdict.rule} ${verdict.reason}`])),
    ...(says && !says.test(said) ? [`does not say ${says.source}: ${said.slice(0, 80)}`] : []),
    ...(part && !parts.some((each) => each.type === part) ? [`no ${part}`] : []),
    ...calls.flatMap(({ name }) => (never.includes(name) ? [`called ${name}`] : [])),
  ];
}
