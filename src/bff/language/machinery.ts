/**
 * Chat-template machinery in text (G12): what models of several families write when their own markup leaks into an answer.
 * Nothing here is ever executed; it is recognised so that it can be taken out with its body.
 */

/** Names of tags that open a block, as written after `<`, folded (lower case, no `_`, `-` or space). */
export const machineryTags = [
  'toolcall',
  'toolcalls',
  'toolresponse',
  'toolresponses',
  'toolresult',
  'toolresults',
  'tooloutput',
  'tooloutputs',
  'tools',
  'functioncall',
  'functioncalls',
  'functionresult',
  'functionresults',
  'functionresponse',
  'function=',
  'parameter=',
  'invoke',
  'think',
  'thinking',
  'thought',
  'thoughts',
  'reasoning',
  'scratchpad',
  'observation',
] as const;

/** Prefixes that some families put before such a name: `<seed:think>`. */
export const machineryNamespaces = ['seed', 'minimax', 'antml', 'xai', 'longcat'] as const;

/** Tags of one piece, no body: Gemma's turns, Llama's sentence marks. Folded. */
export const machineryMarks = ['startofturn', 'endofturn', 's', 'bos', 'eos', 'endoftext'] as const;

/** Words after which the tag is machinery only when closed at once: an English sentence may hold "<think …". */
export const everydayWords: ReadonlySet<string> = new Set([
  'think',
  'thinking',
  'thought',
  'thoughts',
  'reasoning',
  'observation',
  'tools',
  'invoke',
  's',
]);

/** Bracketed tokens of the Mistral and Llama 2 families. `until`: closing token; `json`: a JSON value follows and is the body. */
export const bracketTokens: readonly { readonly token: string; readonly until?: string; readonly json?: boolean }[] = [
  { token: '[TOOL_CALLS]', json: true },
  { token: '[TOOL_RESULTS]', until: '[/TOOL_RESULTS]' },
  { token: '[AVAILABLE_TOOLS]', until: '[/AVAILABLE_TOOLS]' },
  { token: '[THINK]', until: '[/THINK]' },
  { token: '[SYSTEM_PROMPT]', until: '[/SYSTEM_PROMPT]' },
  { token: '[/TOOL_RESULTS]' },
  { token: '[/AVAILABLE_TOOLS]' },
  { token: '[/THINK]' },
  { token: '[/SYSTEM_PROMPT]' },
  { token: '[INST]' },
  { token: '[/INST]' },
  { token: '<<SYS>>', until: '<</SYS>>' },
  { token: '<</SYS>>' },
  { token: '◁think▷', until: '◁/think▷' },
  { token: '◁/think▷' },
];

/** Where a block ends: `found` past its end; `keep` how much of the text's end may be half an end. */
export interface BlockEnd {
  readonly pattern: RegExp;
  /** Whether the end belongs to what comes next and is left standing. */
  readonly leave?: boolean;
}

/** Longest closer that is recognised; so much of a block's end is kept while waiting. */
export const CLOSER_LENGTH = 64;

/** End of a `<name>` block. */
export function tagBlockEnd(folded: string): BlockEnd {
  const name = folded.replace('=', '').split('').map(escapeLetter).join('[_-]?');
  return { pattern: new RegExp(`</\\s{0,4}(?:[a-z]{1,10}:)?${name}\\s{0,4}>`, 'i') };
}

const escapeLetter = (letter: string): string => letter.replace(/[^a-z]/, '\\$&');

/** End of a block by a literal token. */
export function literalEnd(token: string): BlockEnd {
  return { pattern: new RegExp(token.replace(/[[\]/|<>]/g, '\\$&'), 'i') };
}

/**
 * What a special token `<|name|>` (any width, `▁` for `_`) means: a block to drop, or nothing but itself. Harmony's
 * `<|channel|>` is dropped up to the final channel's message.
 */
export function specialTokenBlock(token: string): BlockEnd | null {
  const name = token.toLowerCase().replace(/[▁\s]/g, '_');
  const block = /^(?:(.*)_(?:begin|start)|(?:begin|start)_of_(.*))$/.exec(name);
  const stem = block?.[1] ?? block?.[2];
  if (stem !== undefined && /tool|function|think|call/.test(stem)) {
    const letters = stem.replace(/[^a-z0-9_]/g, '.').replaceAll('_', '[_▁ ]');
    return { pattern: new RegExp(`<[|｜](?:${letters}[_▁ ]end|end[_▁ ]of[_▁ ]${letters})[|｜]>`, 'i') };
  }
  switch (name) {
    case 'channel':
      return { pattern: /(?<=final[^<\n]{0,40})<\|message\|>|<\|(?:end|return|call)\|>/i };
    case 'start':
    case 'start_header_id':
      return { pattern: /<\|(?:message|end_header_id)\|>|(?=<\|channel\|>)/i };
    case 'im_start':
      return { pattern: /\n/ };
    case 'python_tag':
      return { pattern: /<\|(?:eom_id|eot_id)\|>/i };
    case 'tool_call':
    case 'tool_response':
    case 'tool_list':
      return { pattern: new RegExp(`<\\|/?${name}\\|>`, 'i') };
    default: {
      const dsml = /^dsml[|｜](\w+)/.exec(name);
      if (dsml) return { pattern: new RegExp(`</[|｜]\\s?dsml[|｜]\\s?${dsml[1]}\\s{0,4}>`, 'i') };
      return null;
    }
  }
}
