import type { Fault } from '../../../protocol/score.ts';
import type { ToolDefinition } from '../../model/port.ts';
import { fault } from '../fault.ts';
import type { RolloutCall } from '../rollout.ts';
import { schemaProblem } from '../schema.ts';

/** A call's arguments, where they are a JSON object. */
export function readArguments(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Call syntax, then arguments against the schema of the tool offered; null where the call is sound. */
export function callFault(
  call: RolloutCall,
  args: Readonly<Record<string, unknown>> | null,
  tools: ReadonlyMap<string, ToolDefinition> | undefined,
): Fault | null {
  const { name } = call;
  if (tools && !tools.has(name))
    return fault('call-syntax', name, {
      en: `It calls “${name.slice(0, 60)}”, which is no tool it was offered.`,
      zh: `调用了未提供的工具“${name.slice(0, 60)}”。`,
    });
  if (args === null)
    return fault('call-syntax', name, {
      en: `The arguments of ${name} are not a JSON object.`,
      zh: `${name} 的参数不是 JSON 对象。`,
    });
  const problem = schemaProblem(args, tools?.get(name)?.parameters);
  return problem === null
    ? null
    : fault('call-arguments', name, {
        en: `${name} was called with arguments that its schema refuses: ${problem}.`,
        zh: `${name} 的参数不符合其定义：${problem}。`,
      });
}
