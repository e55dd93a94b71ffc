import { Copy, DockerfileParser, type Instruction, JSONInstruction } from 'dockerfile-ast';

/** One step of a stage, in the words of the Dockerfile. */
export type Step =
  | { readonly kind: 'copy'; readonly from?: string; readonly sources: readonly string[]; readonly to: string }
  | { readonly kind: 'run'; readonly command: string; readonly user: string | undefined };

/** One stage: what it starts from and what is done in it. */
export interface Stage {
  readonly image: string;
  readonly name: string | undefined;
  readonly workdir: string;
  readonly steps: readonly Step[];
  readonly env: Readonly<Record<string, string>>;
  readonly user: string | undefined;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

const valuesOf = (instruction: Instruction): string[] => instruction.getArguments().map((each) => each.getValue());

/** The strings of an instruction in JSON form; none for one in shell form. */
const jsonOf = (instruction: Instruction): string[] =>
  instruction instanceof JSONInstruction ? instruction.getJSONStrings().map((each) => JSON.parse(each.getValue()) as string) : [];

/** Reads a Dockerfile, stage by stage. @throws Error for an instruction that is not known here. */
export function stagesOf(text: string): Stage[] {
  const stages: (Omit<Stage, 'steps' | 'env'> & { steps: Step[]; env: Record<string, string> })[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const keyword = instruction.getKeyword();
    const values = valuesOf(instruction);
    if (keyword === 'FROM') {
      const at = values.findIndex((each) => each.toUpperCase() === 'AS');
      stages.push({
        image: values[0] ?? '',
        name: at < 0 ? undefined : values[at + 1],
        workdir: '/',
        steps: [],
        env: {},
        user: undefined,
        command: [],
        healthcheck: [],
      });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage) throw new Error(`${keyword} before FROM`);
    const at = stages.length - 1;
    switch (keyword) {
      case 'WORKDIR':
        stages[at] = { ...stage, workdir: values[0] ?? '/' };
        break;
      case 'ENV':
        for (const pair of values) stage.env[pair.slice(0, pair.indexOf('='))] = pair.slice(pair.indexOf('=') + 1);
        break;
      case 'USER':
        stages[at] = { ...stage, user: values[0] };
        break;
      case 'COPY': {
        const from = instruction instanceof Copy ? instruction.getFlags().find((flag) => flag.getName() === 'from') : undefined;
        stage.steps.push({
          kind: 'copy',
          ...(from ? { from: from.getValue() ?? '' } : {}),
          sources: values.slice(0, -1),
          to: values.at(-1) ?? '',
        });
        break;
      }
      case 'RUN':
        stage.steps.push({ kind: 'run', command: values.join(' '), user: stage.user });
        break;
      case 'CMD':
        stages[at] = { ...stage, command: jsonOf(instruction) };
        break;
      case 'HEALTHCHECK':
        stages[at] = { ...stage, healthcheck: healthcheckOf(text) };
        break;
      case 'EXPOSE':
      case 'STOPSIGNAL':
        break;
      default:
        throw new Error(`${keyword} is not known to scripts/container`);
    }
  }
  return stages;
}

/** What `HEALTHCHECK … CMD [...]` runs. */
function healthcheckOf(text: string): string[] {
  const list = /^HEALTHCHECK .*?CMD (\[.*\])$/m.exec(text)?.[1];
  return list ? (JSON.parse(list) as string[]) : [];
}

/** Whether `.dockerignore` lets a file of the project through; the last rule that fits decides. */
export function sentToBuild(rules: string): (path: string) => boolean {
  const parsed = rules
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const include = line.startsWith('!');
      const pattern = (include ? line.slice(1) : line).replace(/^\//, '');
      const source = pattern
        .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('**/', '(?:.*/)?')
        .replaceAll(/(?<!\.)\*/g, '[^/]*');
      return { include, regex: new RegExp(`^${source}(?:/.*)?$`) };
    });
  return (path) => parsed.reduce((sent, { include, regex }) => (regex.test(path) ? include : sent), true);
}
