import type { Frame } from '../../protocol/frames.ts';
import type { Answer, Block, ShownPart } from './model.ts';

/** Texts are keyed apart from parts: the two count their ids on their own. */
const textKey = (id: string): string => `text:${id}`;

/** Puts a block in the place of the one it replaces (same key, same step), or at the end. */
function put(answer: Answer, block: Block): Answer {
  const at = answer.blocks.findIndex((other) => other.key === block.key && other.step === block.step);
  const blocks = at < 0 ? [...answer.blocks, block] : answer.blocks.with(at, block);
  return { ...answer, blocks };
}

function change(answer: Answer, key: string, next: (block: Block) => Block): Answer {
  const at = answer.blocks.findLastIndex((block) => block.key === key);
  const block = answer.blocks[at];
  return block ? { ...answer, blocks: answer.blocks.with(at, next(block)) } : answer;
}

const quiet = ({ status: _, ...answer }: Answer): Answer => answer;

/** No text stays open and no tool stays running once a run has ended. */
function settle(answer: Answer): Answer {
  const blocks = answer.blocks.map((block): Block => {
    if (block.kind === 'text' && block.open) return { ...block, open: false };
    return block.kind === 'tool' && block.state === 'running' ? { ...block, state: 'failed' } : block;
  });
  return quiet({ ...answer, blocks });
}

const hasWords = (answer: Answer): boolean => answer.blocks.some((block) => block.kind !== 'tool');

function finish(answer: Answer, frame: Extract<Frame, { type: 'finish' }>): Answer {
  const settled = settle(answer);
  if (answer.fault || frame.finishReason === 'error' || frame.finishReason === 'interrupted')
    return {
      ...settled,
      state: hasWords(answer) ? 'interrupted' : 'failed',
      fault: answer.fault ?? { code: 'interrupted', retryable: true },
    };
  return { ...settled, state: 'done', ...(frame.finishReason === 'length' ? { cut: true } : {}) };
}

/** Folds one frame of its run into an answer. Frames that concern the conversation (`data-notes`) change nothing here. */
export function foldFrame(answer: Answer, frame: Frame): Answer {
  const { step } = answer;
  switch (frame.type) {
    case 'start':
      return { ...answer, runId: frame.messageMetadata.run_id, state: 'answering' };
    case 'start-step':
      return { ...answer, step: step + 1 };
    case 'text-start':
      return put(answer, { kind: 'text', key: textKey(frame.id), step, text: '', open: true });
    case 'text-delta':
      return quiet(
        change(answer, textKey(frame.id), (block) => (block.kind === 'text' ? { ...block, text: block.text + frame.delta } : block)),
      );
    case 'text-end':
      return change(answer, textKey(frame.id), (block) => (block.kind === 'text' ? { ...block, open: false } : block));
    case 'tool-input-available':
      return put(answer, {
        kind: 'tool',
        key: frame.toolCallId,
        step,
        name: frame.toolName,
        summary: frame.input.summary,
        state: 'running',
      });
    case 'tool-output-available':
      return change(answer, frame.toolCallId, (block) =>
        block.kind === 'tool' ? { ...block, summary: frame.output.summary, state: 'done' } : block,
      );
    case 'tool-output-error':
      return change(answer, frame.toolCallId, (block) =>
        block.kind === 'tool' ? { ...block, summary: frame.errorText, state: 'failed' } : block,
      );
    case 'source-url':
    case 'source-document':
      return put(answer, { kind: 'source', key: `source:${frame.sourceId}`, step, source: frame });
    case 'reset-step':
      return quiet({ ...answer, blocks: answer.blocks.filter((block) => block.step !== step) });
    case 'finish-step':
      return answer;
    case 'error':
      return { ...answer, fault: { code: frame.code, retryable: frame.retryable } };
    case 'abort':
      return frame.reason === 'disconnected'
        ? { ...settle(answer), state: 'interrupted', fault: { code: 'interrupted', retryable: true } }
        : { ...settle(answer), state: 'stopped' };
    case 'finish':
      return finish(answer, frame);
    case 'data-status':
      return { ...answer, status: frame.data.text };
    case 'data-notes':
    case 'data-resync':
      return answer;
    default:
      return foldPart(answer, frame);
  }
}

function foldPart(answer: Answer, part: ShownPart): Answer {
  const step = answer.step;
  const key = part.id === undefined ? `part:${step}:${answer.blocks.length}` : `${part.type}:${part.id}`;
  const added = put(answer, { kind: 'part', key, step, part });
  return part.type === 'data-notice' || part.type === 'data-suggestions' ? added : quiet(added);
}

/** Marks the place of a frame that could not be read, once per answer. */
export function foldUnread(answer: Answer): Answer {
  if (answer.blocks.some((block) => block.kind === 'unread')) return answer;
  return put(answer, { kind: 'unread', key: 'unread', step: answer.step });
}
