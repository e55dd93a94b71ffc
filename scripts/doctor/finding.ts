/** How a part of the surroundings is: good, worth a look, or in the way of a good start. */
export type Status = 'ok' | 'warn' | 'fail';

/** One thing looked at. */
export interface Finding {
  readonly area: string;
  readonly status: Status;
  /** What was seen, without a value that may be a secret. */
  readonly seen: string;
  /** What to do about it; absent where nothing is. */
  readonly todo?: string;
}

export const ok = (area: string, seen: string): Finding => ({ area, status: 'ok', seen });
export const warn = (area: string, seen: string, todo: string): Finding => ({ area, status: 'warn', seen, todo });
export const fail = (area: string, seen: string, todo: string): Finding => ({ area, status: 'fail', seen, todo });

/** Runs a check within its time; what it throws is a finding, with a message of our own classes and none of others. */
export async function checked(
  area: string,
  todo: string,
  ms: number,
  check: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly Finding[]>((resolve) => {
    timer = setTimeout(() => resolve([fail(area, `no answer within ${ms / 1000} s`, todo)]), ms);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    return [fail(area, reasonOf(error), todo)];
  } finally {
    clearTimeout(timer);
  }
}

/** Why something failed, in words that hold no address and no secret: our own message, else the code of the fault. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it failed';
  const { code } = error as NodeJS.ErrnoException;
  const cause = error.cause === undefined ? '' : ` (${reasonOf(error.cause)})`;
  const isOurs = !['Error', 'TypeError', 'AggregateError', 'DatabaseError', 'ReplyError', 'ProviderWords', 'error'].includes(error.name);
  if (isOurs) return `${error.message}${cause}`;
  return `${code ?? error.name}${cause}`;
}

const MARK: Readonly<Record<Status, string>> = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' };

/** For people: a line each, what to do below it. */
export function asText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ area }) => area.length));
  const lines = findings.flatMap(({ area, status, seen, todo }) => [
    `${MARK[status]}  ${area.padEnd(width)}  ${seen}`,
    ...(todo ? [`${' '.repeat(width + 8)}→ ${todo}`] : []),
  ]);
  const count = (status: Status): number => findings.filter((each) => each.status === status).length;
  return [...lines, '', `${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} in the way`].join('\n');
}
