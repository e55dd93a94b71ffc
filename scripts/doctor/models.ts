import type { Config, HostedModelConfig } from '../../src/bff/config.ts';
import { createHostedModel } from '../../src/bff/model/hosted/hosted.ts';
import { isProfileName } from '../../src/bff/model/hosted/profiles.ts';
import type { ModelRequest } from '../../src/bff/model/port.ts';
import { checked, type Finding, fail, ok, warn } from './finding.ts';

/** Milliseconds for one small call, retries included. */
const CALL_MS = 30_000;

const TOOL = 'report_ready';
/** The smallest request that shows whether a model calls tools: one tool, one order, a few tokens. */
const request: ModelRequest = {
  messages: [
    { role: 'system', text: `You are being tested. Answer with exactly one call of the tool ${TOOL} and no text.` },
    { role: 'user', text: `Call ${TOOL} with {"ready": true}.` },
  ],
  tools: [
    {
      name: TOOL,
      description: 'Reports that the model is ready. Always call it.',
      parameters: { type: 'object', properties: { ready: { type: 'boolean' } }, required: ['ready'], additionalProperties: false },
    },
  ],
  max_output_tokens: 200,
  facts: { locale: 'en' },
};

/** Asks one model, over the road that every turn takes. */
function askModel(area: string, { base_url, api_key, name, profile }: HostedModelConfig): Promise<readonly Finding[]> {
  const todo = 'check MODEL_BASE_URL, MODEL_API_KEY and MODEL_NAME, and that this machine may reach the host';
  return checked(area, todo, CALL_MS, async () => {
    const model = createHostedModel({ base_url, api_key, name, ...(profile !== undefined && isProfileName(profile) ? { profile } : {}) });
    const started = performance.now();
    let first: number | undefined;
    let said = '';
    const calls: string[] = [];
    let broken = 0;
    let tokens = '';
    for await (const event of model.stream(request, AbortSignal.timeout(CALL_MS))) {
      if (event.type === 'text') said += event.text;
      if (event.type === 'call') calls.push(event.call.name);
      if (event.type === 'broken-call') broken += 1;
      if (event.type === 'finish' && event.usage)
        tokens = `, ${event.usage.input_tokens ?? '?'} + ${event.usage.output_tokens ?? '?'} tokens`;
      first ??= performance.now() - started;
    }
    const where = `${name} at ${new URL(base_url).host}`;
    if (calls.includes(TOOL)) return [ok(area, `${where} calls tools, first event after ${Math.round(first ?? 0)} ms${tokens}`)];
    if (broken > 0)
      return [
        fail(
          area,
          `${where} calls tools with arguments that are no JSON`,
          'choose a model that is made for tool calls, or another MODEL_PROFILE',
        ),
      ];
    if (calls.length > 0) return [fail(area, `${where} called a tool that was not offered`, 'choose a model that is made for tool calls')];
    return [
      fail(
        area,
        `${where} answers${said === '' ? ' nothing' : ' with words'} and calls no tool`,
        'choose a model that can call tools; without them it cannot search',
      ),
    ];
  });
}

/** The model and everyone it may fall back to. */
export async function models(config: Config): Promise<readonly Finding[]> {
  if (!config.model) return [ok('model', 'the built-in planner: no key, no language model')];
  const asked = [
    askModel('model', config.model),
    ...config.MODEL_FALLBACKS.map(
      async (each, at): Promise<readonly Finding[]> =>
        each === 'planner' ? [ok(`fallback ${at + 1}`, 'the built-in planner')] : askModel(`fallback ${at + 1}`, each),
    ),
  ];
  const findings = (await Promise.all(asked)).flat();
  if (config.MODEL_FALLBACKS.length === 0)
    findings.push(warn('fallback', 'none: shoppers get an error while the model is away', 'leave MODEL_FALLBACKS at ["planner"]'));
  return findings;
}
