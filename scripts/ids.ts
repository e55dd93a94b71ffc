/** Ids are 24 characters of base64url, so one in 32 begins like an option. */
const LIKE_OPTION = /^-[\w-]{23}$/;

/** Arguments in which an id is no option: one after an option is its value, any other one is a subject. */
export function withIds(args: readonly string[], valued: ReadonlySet<string>): string[] {
  const out: string[] = [];
  const subjects: string[] = [];
  for (const arg of args) {
    const before = out.at(-1);
    if (!LIKE_OPTION.test(arg)) out.push(arg);
    else if (before?.startsWith('--') && valued.has(before.slice(2))) out.splice(-1, 1, `${before}=${arg}`);
    else subjects.push(arg);
  }
  return subjects.length === 0 ? out : [...out, '--', ...subjects];
}
