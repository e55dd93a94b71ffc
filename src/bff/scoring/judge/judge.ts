import * as v from 'valibot';
import type { ContentScore } from '../../../protocol/reward.ts';
import { ModelFailure, type ModelMessage, type ModelPort } from '../../model/port.ts';
import { rounded } from '../chain.ts';
import { JudgeFailed } from './errors.ts';
import { asData, compareInstructions, judgedData, judgeInstructions } from './prompt.ts';
import type { JudgedAnswer } from './question.ts';

/** How the three marks weigh: what is false cannot be made good by charm. */
export const weights = { accuracy: 0.5, completeness: 0.35, liveliness: 0.15 } as const;

/** Replies that are no marks are asked for again so often. */
const RETRIES = 2;
const MAX_TOKENS = 300;
const MAX_REPLY = 4000;

/** Which of two answers is better, by a judge that saw them in both orders. */
export interface Preference {
  /** `tie` also where the two orders disagree. */
  readonly better: 'a' | 'b' | 'tie';
  /** The judge said the same thing in both orders. Mission B: the first place is praised more. */
  readonly agreed: boolean;
}

/** A model that marks content. */
export interface Judge {
  readonly name: string;
  /** @throws JudgeFailed, or the signal's reason */
  score(answer: JudgedAnswer, signal: AbortSignal): Promise<ContentScore>;
  /** @throws JudgeFailed, or the signal's reason */
  compare(answer: JudgedAnswer, other: string, signal: AbortSignal): Promise<Preference>;
}

const mark = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const marksSchema = v.object({ accuracy: mark, completeness: mark, liveliness: mark, reason: v.optional(v.string(), '') });
const betterSchema = v.object({ better: v.picklist(['first', 'second', 'tie']) });

/** The first JSON object in a reply: models like to wrap it in a fence, though they were told not to. */
function objectIn(reply: string): unknown {
  const start = reply.indexOf('{');
  const end = reply.lastIndexOf('}');
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(reply.slice(start, end + 1));
  } catch {
    return undefined;
  }
}

/** @param model answers at temperature 0; no tools are offered. */
export function createJudge(model: ModelPort): Judge {
  async function reply(messages: readonly ModelMessage[], signal: AbortSignal): Promise<string> {
    let said = '';
    try {
      const request = { messages, tools: [], max_output_tokens: MAX_TOKENS, temperature: 0, facts: { locale: 'en' } };
      for await (const event of model.stream(request, signal)) {
        if (event.type === 'text') said += event.text;
        if (said.length > MAX_REPLY) break;
      }
    } catch (error) {
      if (signal.aborted || !(error instanceof ModelFailure)) throw error;
      throw new JudgeFailed('judge_unavailable', `the judge did not answer (${error.code})`, error);
    }
    return said;
  }

  async function ask<S extends v.GenericSchema>(
    instructions: string,
    data: string,
    schema: S,
    signal: AbortSignal,
  ): Promise<v.InferOutput<S>> {
    const messages: ModelMessage[] = [
      { role: 'system', text: instructions },
      { role: 'user', text: data },
    ];
    for (let tries = 0; tries <= RETRIES; tries += 1) {
      const parsed = v.safeParse(schema, objectIn(await reply(messages, signal)));
      if (parsed.success) return parsed.output;
      // What it wrote is not shown to it again: a reply that was steered would steer the next one.
      if (tries === 0)
        messages.push({ role: 'user', text: 'Your reply was not the JSON object asked for. Reply with that object and nothing else.' });
    }
    throw new JudgeFailed('judge_nonsense', `the judge gave no marks in ${RETRIES + 1} replies`);
  }

  return {
    name: model.name,
    async score(answer, signal) {
      const { reason, ...marks } = await ask(judgeInstructions, judgedData(answer), marksSchema, signal);
      const score = weights.accuracy * marks.accuracy + weights.completeness * marks.completeness + weights.liveliness * marks.liveliness;
      return { ...marks, score: rounded(score), reason: reason.slice(0, 300).toWellFormed() };
    },
    async compare({ asked, evidence, reference, answer }, other, signal) {
      const inOrder = (first: string, second: string) =>
        ask(compareInstructions, asData({ asked, evidence, reference, first, second }), betterSchema, signal);
      const [forth, back] = await Promise.all([inOrder(answer, other), inOrder(other, answer)]);
      const turned = back.better === 'first' ? 'second' : back.better === 'second' ? 'first' : 'tie';
      const agreed = forth.better === turned;
      return { better: !agreed || forth.better === 'tie' ? 'tie' : forth.better === 'first' ? 'a' : 'b', agreed };
    },
  };
}
