import { languageOf } from '../../protocol/locale.ts';

/** A rule of the guard in words: its name, and what it protects the shopper from. */
export interface RuleWords {
  readonly name: string;
  readonly means: string;
}

const en: Readonly<Record<string, RuleWords>> = {
  ledger: {
    name: 'not in the results',
    means: 'A card may only show an item that a search of this conversation really returned. Others are dropped.',
  },
  name: { name: 'not a card', means: 'The tag only looks like one of the cards; it is dropped so that nobody reads raw code.' },
  attributes: { name: 'broken card', means: 'The tag states something twice or wrongly; it is dropped rather than guessed at.' },
  body: { name: 'card with a body', means: 'This card has no body; what stood in it is shown as ordinary text.' },
  ask: { name: 'broken question', means: 'A question card needs one short question and two to six short answers.' },
  broken: { name: 'unfinished card', means: "The tag was not ended; it is dropped up to the line's end and the text goes on." },
  limit: { name: 'too long', means: 'A tag, a value or the answer went past its limit.' },
  repeat: { name: 'shown already', means: 'Each item gets one card in an answer.' },
  members: { name: 'unknown member', means: 'A comparison or bundle keeps only items that a search returned, and needs two of them.' },
  reason: { name: 'reason not usable', means: 'The reason on a card must be plain words: no amounts, links or markup.' },
  machinery: { name: 'machinery', means: 'Text meant for programs, such as tool calls or thoughts, is no answer and is taken out.' },
  hygiene: { name: 'hidden characters', means: 'Invisible and control characters, pictures and HTML are taken out.' },
  link: { name: 'foreign link', means: 'Links lead only to hosts the shop has listed.' },
  amount: {
    name: 'amount without evidence',
    means: "A price, deposit or discount must be one that the catalogue or a passage states. Else 'see the card' stands in its place.",
  },
  commitment: {
    name: 'promise without evidence',
    means: "A promise in the shop's name must be backed by a policy. Else the shopper is asked to ask the shop.",
  },
  specification: { name: 'wrong figure', means: "A figure that contradicts the item's own is replaced by the catalogue's." },
  'search-report': { name: 'search only told', means: 'The text reports a search that was not made in this turn. Shown, but doubtful.' },
  'product-name': {
    name: 'unknown product named',
    means: 'The text names a product that nothing in this conversation returned. Shown, but doubtful.',
  },
  recital: { name: 'instructions recited', means: 'The answer began to recite its instructions and ends there.' },
  position: { name: 'order of a comparison', means: 'Whether the model named the same winner when the two items changed places.' },
};

const zh: Readonly<Record<string, RuleWords>> = {
  ledger: { name: '不在搜索结果里', means: '卡片只能展示这次对话里真正搜到的商品，其余一律删除。' },
  name: { name: '不是卡片', means: '标签只是看起来像卡片；删除它，以免顾客看到代码。' },
  attributes: { name: '卡片写坏了', means: '标签里有重复或错误的属性；宁可删除，也不猜测。' },
  body: { name: '卡片带了正文', means: '这种卡片没有正文；其中的内容按普通文字显示。' },
  ask: { name: '追问写坏了', means: '追问卡片要有一个简短的问题和二到六个简短的选项。' },
  broken: { name: '卡片没写完', means: '标签没有结束；删到行尾，文字继续。' },
  limit: { name: '太长', means: '标签、属性值或回答超过了上限。' },
  repeat: { name: '已经展示过', means: '一次回答里每件商品只出一张卡片。' },
  members: { name: '成员不明', means: '对比和组合只保留搜到的商品，并且至少要有两件。' },
  reason: { name: '理由不可用', means: '卡片上的理由只能是平实的话：没有金额、链接和标记。' },
  machinery: { name: '机器文本', means: '写给程序看的内容（工具调用、思考过程）不是回答，会被去掉。' },
  hygiene: { name: '隐藏字符', means: '不可见字符、控制字符、图片和 HTML 会被去掉。' },
  link: { name: '外部链接', means: '链接只能指向商店列出的网站。' },
  amount: { name: '金额没有依据', means: '价格、押金、折扣必须出自商品目录或资料，否则换成“以卡片为准”。' },
  commitment: { name: '承诺没有依据', means: '以商店名义的承诺必须有规则支持，否则换成“请以店铺说明为准”。' },
  specification: { name: '参数不符', means: '与商品自身参数矛盾的数字，换成目录里的数值。' },
  'search-report': { name: '只说没搜', means: '文字说搜过了，但这一轮并没有搜。照常展示，但存疑。' },
  'product-name': { name: '提到未知商品', means: '文字提到的商品在这次对话里从未出现过。照常展示，但存疑。' },
  recital: { name: '复述指令', means: '回答开始复述给它的指令，到此为止。' },
  position: { name: '对比的先后', means: '两件商品换位置后，模型是否仍选同一个赢家。' },
};

/** A rule in words. One that this version does not know is named as the log names it. @param locale BCP 47. */
export function ruleWords(locale: string, rule: string): RuleWords {
  const words = languageOf(locale) === 'zh' ? zh : en;
  return (Object.hasOwn(words, rule) ? words[rule] : undefined) ?? { name: rule, means: '' };
}
