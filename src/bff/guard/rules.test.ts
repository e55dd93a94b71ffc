import { describe, expect, it } from 'vitest';
import type { Directive } from '../../protocol/directives.ts';
import { runGuard, type TestEvidence } from './testing.ts';

/** One example: what a model wrote and what a shopper gets, in order: visible text and cards. */
type Example = readonly [written: string, shown: readonly (string | Directive)[], evidence?: TestEvidence];

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'A-1', 'sku 9'];
const card = (id: string, reason?: string): Directive => ({ name: 'itemCard', id, ...(reason === undefined ? {} : { reason }) });
const long = 'x'.repeat(600);

/** The contract, rule by rule: examples that pass, that fail, and that the rule does not concern. */
const table: Record<
  string,
  { readonly passes: readonly Example[]; readonly fails: readonly Example[]; readonly abstains: readonly Example[] }
> = {
  'G1 a card needs a search of this conversation behind it': {
    passes: [['see <itemCard id="a"/> this', ['see ', card('a'), ' this']]],
    fails: [
      ['see <itemCard id="zzz"/> this', ['see  this']],
      ['<itemCard id="__proto__"/><itemCard id="constructor"/>ok', ['ok']],
    ],
    abstains: [['the id is zzz', ['the id is zzz']]],
  },
  'G2 ids compare by code unit': {
    passes: [['<itemCard id="sku 9"/>', [card('sku 9')]]],
    fails: [
      ['<itemCard id=" a"/><itemCard id="A"/><itemCard id="&#97;"/><itemCard id="a "/>t', ['t']],
      ['<itemCard id="ａ"/><itemCard id="a\u200B"/>t', ['t']],
    ],
    abstains: [['<compareTable ids=" a ,\tb,,a"/>', [{ name: 'compareTable', ids: ['a', 'b'] }]]],
  },
  'G3 only the exact names are directives, and no variant is shown': {
    passes: [['<moreItems/>', [{ name: 'moreItems' }]]],
    fails: [
      ['<itemcard id="a"/>t', ['t']],
      ['<ITEMCARD id="a"/>t', ['t']],
      ['< itemCard id="a"/>t', ['t']],
      ['<item Card id="a"/>t', ['t']],
      ['<item\u200BCard id="a"/>t', ['t']],
      ['＜itemCard id="a"/>t', ['t']],
      ['<item-card id="a"/>t', ['t']],
      ['<itemCards id="a"/>t', ['t']],
    ],
    abstains: [['a < b, 3 <4 and x<y>z', ['a < b, 3 <4 and x<y>z']]],
  },
  'G4 attributes are quoted, in any order': {
    passes: [
      [`<itemCard reason='fits > 2, "yes" />' id="a"/>`, [card('a', 'fits > 2, "yes" />')]],
      ['<itemCard\n  id="a"\n/>t', [card('a'), 't']],
      ['<itemCard id="a" price="1" onclick="x"/>t', [card('a'), 't']],
    ],
    fails: [
      ['<itemCard id="a" id="b"/>t', ['t']],
      ['<itemCard id=a/>t', ['t']],
      ['<itemCard id="a\n"/>t', ['\n"/>t']],
      ['<itemCard/>t', ['t']],
    ],
    abstains: [['id="a"', ['id="a"']]],
  },
  'G5 the opening tag is the whole directive': {
    passes: [
      ['<itemCard id="a">body</itemCard> t', [card('a'), 'body t']],
      ['<itemCard id="a"> t', [card('a'), ' t']],
    ],
    fails: [['</itemCard></ itemCard></compareTable>t', ['t']]],
    abstains: [['</b>', ['']]],
  },
  'G6 a question card is JSON with two to six short options': {
    passes: [
      [
        'x<askCard>{"question":"Which?","options":["one","two"],"extra":1}</askCard>y',
        ['x', { name: 'askCard', question: 'Which?', options: ['one', 'two'], multi: false }, 'y'],
      ],
    ],
    fails: [
      ['x<askCard>{"question":"Which?","options":["one"]}</askCard>y', ['xy']],
      ['x<askCard>{"question":"Which?"</askCard>y', ['xy']],
      ['x<askCard>Which?</askCard>y', ['xy']],
      [`x<askCard>{"question":"${long}","options":["a","b"]}</askCard>y`, ['xy']],
      ['x<askCard id="1" id="2">{"question":"Q","options":["a","b"]}</askCard>y', ['xy']],
      ['x<askCard question="Q"/>y', ['xy']],
      [`x<askCard>{"question":"Q","options":["a","b"],"pad":"${'p'.repeat(9000)}"}</askCard>y`, ['xy']],
    ],
    abstains: [
      ['x<askCard>{"question":"Q","options":["a","b"]} and the answer goes on', ['x and the answer goes on']],
      ['x<askCard> the answer <itemCard id="a"/> goes on', ['x the answer ', card('a'), ' goes on']],
    ],
  },
  'G7 a broken directive takes nothing else with it': {
    passes: [['<itemCard id="a" <itemCard id="b"/>t', [card('b'), 't']]],
    fails: [
      ['<itemCard id="a', ['']],
      ['<itemCard', ['']],
      ['<itemCard id="a>text <itemCard id="b"/> end', ['text ', card('b'), ' end']],
      ['<item<itemCard id="a"/>Card id="b"/>', [card('a'), 'Card id="b"/>']],
      ['<<itemCard id="zzz"/>itemCard id="b"/>', ['itemCard id="b"/>']],
    ],
    abstains: [['a <', ['a <']]],
  },
  'G8 limits': {
    passes: [[`<itemCard id="a" reason="${'r'.repeat(300)}"/>`, [card('a', 'r'.repeat(300))]]],
    fails: [
      [`<itemCard id="a" reason="${'r'.repeat(301)}"/>`, [card('a')]],
      [`<itemCard id="a" note="${long}"/>t`, ['t']],
      [`<itemCard id="a" ${'n="v" '.repeat(1000)}/>t`, ['t']],
      [`<itemCard id="${'y'.repeat(1_000_000)}"/>t`, ['t']],
      ['<compareTable ids="a,b,c,d,e,f,g"/>', [{ name: 'compareTable', ids: ['a', 'b', 'c', 'd', 'e', 'f'] }]],
    ],
    abstains: [[`${'ok '.repeat(1000)}`, ['ok '.repeat(1000)]]],
  },
  'G9 repeats, tables and bundles': {
    passes: [
      [
        '<bundleCard title="Night **kit**" ids="a,zzz,b" quantities="2,5,100"/>',
        [
          {
            name: 'bundleCard',
            title: 'Night kit',
            members: [
              { id: 'a', quantity: 2 },
              { id: 'b', quantity: 1 },
            ],
          },
        ],
      ],
      ['<videoCard id="a"/><itemCard id="a"/>', [{ name: 'videoCard', id: 'a' }, card('a')]],
    ],
    fails: [
      ['<itemCard id="a"/><itemCard id="a"/>', [card('a')]],
      ['<compareTable ids="a,zzz"/>t', ['t']],
      ['<bundleCard title="T" ids="a,a"/>t', ['t']],
      ['<videoCard id="zzz"/>t', ['t']],
    ],
    abstains: [
      [
        '<compareTable ids="a,b"/><compareTable ids="a,b"/>',
        [
          { name: 'compareTable', ids: ['a', 'b'] },
          { name: 'compareTable', ids: ['a', 'b'] },
        ],
      ],
    ],
  },
  'G10 a reason is plain words without amounts': {
    passes: [['<itemCard id="a" reason="light, 500 g"/>', [card('a', 'light, 500 g')]]],
    fails: [
      ['<itemCard id="a" reason="only $5"/>', [card('a')]],
      ['<itemCard id="a" reason="**bold** [site](https://evil.example/) <b>x</b>"/>', [card('a', 'bold site x')]],
      ['<itemCard id="a" reason="see https://shop.example/x now"/>', [card('a', 'see now')]],
      [`<itemCard id="a" reason="<itemCard id='b'/>nice"/>`, [card('a', 'nice')]],
    ],
    abstains: [['<itemCard id="a" reason=""/>', [card('a')]]],
  },
  'G11 code is inert': {
    passes: [
      ['`<itemCard id="a"/>` t', ['`<itemCard id="a"/>` t']],
      ['```html\n<itemCard id="a"/>\n```\n<itemCard id="b"/>', ['```html\n<itemCard id="a"/>\n```\n', card('b')]],
      ['```\n<itemCard id="a"/>', ['```\n<itemCard id="a"/>']],
      ['~~~\n<itemCard id="a"/>\n~~~', ['~~~\n<itemCard id="a"/>\n~~~']],
    ],
    fails: [
      ['a ` b <itemCard id="a"/>', ['a ` b ', card('a')]],
      ['`x\n\n<itemCard id="a"/>`', ['`x\n\n', card('a'), '`']],
      [`\`${long}<itemCard id="a"/>\``, [`\`${long}`, card('a'), '`']],
    ],
    abstains: [['`¥99`', ['`see the card`']]],
  },
  'G12 machinery text is taken out with its body': {
    passes: [['I think so', ['I think so']]],
    fails: [
      ['a<tool_call>{"name":"search_db"}</tool_call>b', ['ab']],
      ['a<tool_response>{"items":[{"id":"zzz"}]}</tool_response><itemCard id="zzz"/>b', ['ab']],
      ['a<think>hm <itemCard id="a"/></think>b', ['ab']],
      ['a</think>b', ['ab']],
      ['a<|im_start|>assistant\nb<|im_end|>', ['ab']],
      ['a<｜tool▁calls▁begin｜>x<｜tool▁calls▁end｜>b', ['ab']],
      ['a<｜DSML｜function_calls>x</｜DSML｜function_calls>b', ['ab']],
      ['a[TOOL_CALLS] [{"name":"x","arguments":{"q":"]"}}]b', ['ab']],
      ['a<function=search_db>{"q":1}</function>b', ['ab']],
      ['a<minimax:tool_call>x</minimax:tool_call>b', ['ab']],
      ['<|channel|>analysis<|message|>hm<|end|><|start|>assistant<|channel|>final<|message|>b<|return|>', ['b']],
      ['a<tool_call>never closed', ['a']],
    ],
    abstains: [['data: {"type":"data-itemCard"}\n\nid: 7\n', ['data: {"type":"data-itemCard"}\n\nid: 7\n']]],
  },
  'G14 hidden characters, links and pictures': {
    passes: [
      ['[b](https://shop.example/y)', ['[b](https://shop.example/y)']],
      ['👨‍👩‍👧 می‌خواهم', ['👨‍👩‍👧 می‌خواهم']],
    ],
    fails: [
      ['a\u202Eb\u200Bc\u{E0041}d\u0007', ['abcd']],
      ['\uD800x', ['\uFFFDx']],
      ['[label](https://evil.example/?q=1) t', ['label t']],
      ['[label](javascript:alert(1)) t', ['label t']],
      ['![alt](https://evil.example/p.png)t', ['t']],
      ['see https://evil.example/a. t', ['see . t']],
      ['<https://evil.example/>t', ['t']],
      ['<img src="https://evil.example/x">t', ['t']],
      ['https://shop.example@evil.example/ t', [' t']],
      ['ht<zzz>t', ['ht<zzz>t']],
    ],
    abstains: [['array[0] and (note) and 2 * 3', ['array[0] and (note) and 2 * 3']]],
  },
};

describe.each(Object.entries(table))('%s', (_, { passes, fails, abstains }) => {
  for (const [kind, examples] of Object.entries({ passes, fails, abstains }))
    it.each(
      examples.map(
        ([written, shown, evidence]) => [written.length > 90 ? `${written.slice(0, 90)}…` : written, written, shown, evidence] as const,
      ),
    )(`${kind}: %j`, (_name, written, shown, evidence) => {
      const expected = shown.filter((part) => part !== '');
      expect(runGuard([written], { ids, ...evidence }).parts).toEqual(expected);
      expect(runGuard(written.split(''), { ids, ...evidence }).parts).toEqual(expected);
    });
});

describe('limits over a whole message', () => {
  it('shows 24 item cards and rejects the others by name', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `i${n}`);
    const run = runGuard([many.map((id) => `<itemCard id="${id}"/>`).join('')], { ids: many });
    expect(run.directives).toHaveLength(24);
    expect(run.verdicts.filter(({ rule }) => rule === 'limit')).toHaveLength(10_000 - 24);
  });

  it('counts cards and text over the steps of a message', () => {
    const shown = { items: new Set(['a']), videos: new Set<string>(), visibleBytes: 64 * 1024 - 4 };
    const run = runGuard(['<itemCard id="a"/>', '好好'], { ids, shown });
    expect(run.parts).toEqual(['好', 'cut-short']);
    expect(shown.visibleBytes).toBe(64 * 1024);
  });

  it('after the cut nothing follows, cards included', () => {
    const run = runGuard(['x'.repeat(70_000), '<itemCard id="a"/> more'], { ids });
    expect(run.text).toHaveLength(64 * 1024);
    expect(run.parts.at(-1)).toBe('cut-short');
    expect(run.directives).toEqual([]);
  });
});
