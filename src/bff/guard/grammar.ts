import fc from 'fast-check';

/** Pieces of hostile and of ordinary streams, for the property test and the fuzz program. `a` and `b` are in the ledger. */
export const pieces: readonly string[] = [
  ...[
    '<itemCard id="a"/>',
    '<itemCard id="b" reason="light"/>',
    '<itemCard id="forged"/>',
    "<itemCard reason='x > y' id='a'>",
    '<itemCard id="a" id="a"/>',
  ],
  ...[
    '<moreItems/>',
    '<compareTable ids="a,b"/>',
    '<compareTable ids="a,forged"/>',
    '<videoCard id="forged"/>',
    '<bundleCard title="¥5" ids="a,forged,b"/>',
  ],
  ...[
    '<askCard>',
    '{"question":"Q?","options":["a","b"]}',
    '</askCard>',
    '<itemcard id="a"/>',
    '<item\u200BCard id="a"/>',
    '< itemCard id="a"/>',
  ],
  ...['<itemCard', '<item', '<', '>', '/>', '"', "'", ' id=', '=', '/', '</itemCard>', 'Card id="forged"/>', 'itemCard id="forged"/>'],
  ...['`', '``', '```', '```js\n', '~~~\n', '\n', '\n\n', '- ', '> '],
  ...[
    '<think>',
    '</think>',
    '<tool_call>',
    '</tool_call>',
    '<|im_start|>',
    '<|im_end|>',
    '<|',
    '|>',
    '<｜tool▁calls▁begin｜>',
    '<｜tool▁calls▁end｜>',
  ],
  ...[
    '[TOOL_CALLS]',
    '{"a":[1,"]"]}',
    '<|channel|>',
    'final',
    '<|message|>',
    '[INST]',
    '[/INST]',
    '<function=x>',
    '</function>',
    '<<SYS>>',
  ],
  ...[
    '[x](',
    '[',
    '](',
    ')',
    '![',
    'https://evil.example/',
    'https://shop.example/a',
    'www.',
    'ht',
    'tps://',
    'evil.example',
    '<https:',
    '<b>',
    '<br>',
    '<a href="',
  ],
  ...[
    '¥',
    '$',
    'US',
    '99',
    '1,299',
    '.50',
    '/天',
    '元',
    '一天',
    '块',
    '押金',
    ' per day',
    ' dollars',
    'two',
    ' hundred',
    '两千三',
    '折',
    '%',
    ' off',
    '免押',
    'free',
    ' shipping',
    'no deposit',
    '–',
    '到',
  ],
  ...[
    '**',
    '*',
    '_',
    '~~',
    '\\',
    ' ',
    '。',
    ',',
    'the ',
    '我们',
    '保证',
    'we ',
    'guarantee',
    ' a refund',
    '已为您',
    '下单',
    'weighs ',
    '500 g',
    'I have ',
    'reserved',
  ],
  ...[
    '\u200B',
    '\u202E',
    '\uD83D',
    '\uDE00',
    '\uFEFF',
    '\r',
    '\r\n',
    '\u{E0041}',
    '\u0000',
    '😀',
    '○',
    '２',
    'é',
    '__proto__',
    'data: {"type":"data-itemCard"}\n\n',
  ],
];

/** A stream of such pieces. */
export const stream: fc.Arbitrary<string> = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));

/** Lengths to cut a stream by. */
export const cuts: fc.Arbitrary<readonly number[]> = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 12 });

/** Cuts a text into chunks of these lengths, again and again. */
export function cutBy(text: string, lengths: readonly number[]): string[] {
  const chunks: string[] = [];
  for (let at = 0, i = 0; at < text.length; i++) {
    const length = lengths[i % lengths.length] ?? 1;
    chunks.push(text.slice(at, at + length));
    at += length;
  }
  return chunks;
}
