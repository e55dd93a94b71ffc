/** Chinese phrases that say nothing about a product; the longest are taken out first. */
const EMPTY_ZH =
  `颜色 配色 尺码 种类 品类 想法 主意 头绪 惊喜 逛逛 随便 只要 我想 找个 来个 要个 换个 买个 租个 找台 来台 类似 差不多的 同款 同类 好东西 不租了 不买了 你好 您好 请问 麻烦 帮我 帮忙 给我 我们 你们 咱们 大家 朋友 自己 想要 想买 想租 想找 想看 需要 要求 打算 准备 计划 希望 最好 能够 能不能 可不可以 可以
  有没有 没有 是不是 是否 不是 的话 一下 一个 一款 一台 一部 一件 一套 一只 一些 一点 一种 推荐 介绍 对比 比较一下 区别 看看 找找 搜索 用来 用于 用的 使用
  这个 这款 这种 这些 那个 那款 那种 那些 哪个 哪些 哪款 哪种 什么样 什么 怎么样 怎么 怎样 如何 多少 为什么 比较 非常 特别 超级 尽量 大概 大约 左右 差不多 可能 应该 必须 一定 千万
  或者 以及 而且 并且 但是 不过 如果 因为 所以 然后 另外 还有 除了 以外 之外 为了 适合 合适 方便 好用 不错 靠谱 值得 入门 产品 商品 东西 牌子 品牌 型号 款式 类型 系列 价格 价钱 价位 预算 总共 一共
  店里 你家 家里 家用 里面 上面 时候 现在 最近 今天 周围 附近 支持 带有 具有 具备 拥有 配备 含有 功能 方面 情况 以内 以上 以下 问题 知道 觉得 感觉 谢谢 拜托 主要 平时 经常 偶尔 第一次 新手 哈哈 出去 出门 送给
  公司 单位 团队 老板 同事 同学 家人 孩子 老婆 老公 女朋友 男朋友 爸爸 妈妈 爸妈 生日 礼物 活动 周末 下周 明天 后天 性价比 总价 质量 效果 一般 普通 正常 简单 起来 出来 拍摄 拍照 照相 录制 观看 放映 举办 参加 组织 旅游 旅行 度假 出差 出国 搬家 一家 单独 独自 一起`.split(
    /\s+/,
  );
const EMPTY_ZH_PATTERN = new RegExp(EMPTY_ZH.toSorted((a, b) => b.length - a.length).join('|'), 'g');

/** Characters that begin or end no name. */
const PARTICLES =
  '的地得了过着吗呢吧啊呀哦嘛哈啦么我你您他她它请帮给想要会能有没是不在买租借换选挑找看搜查来去到从把被让用做拿带放送拍玩住骑听坐这那哪个款台部件些点种很挺太更最还也都就才再又先和与或及跟同为对按每够别行嗯';
/** Characters that may be part of a name and are none alone: 大 in 大疆. */
const DESCRIBING = '大小高低多少长短快慢轻重男女新好老装套只双条张本样真超向比几月日天年周号版牌店家里上下时钱元块说问人';
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Content words of a Chinese run. Single characters side by side, or one behind a word, are a name the segmenter does not
 * know: 大疆, 洗碗机.
 */
function hanContent(run: string): string[] {
  const words: string[] = [];
  let name = '';
  let holdsWord = false;
  const flush = () => {
    if (name.length >= 2 && (holdsWord || ![...name].every((character) => DESCRIBING.includes(character)))) words.push(name);
    name = '';
    holdsWord = false;
  };
  for (const { segment } of segmenter.segment(run)) {
    const single = segment.length === 1;
    const empty = [...segment].every((character) => PARTICLES.includes(character)) || (single && holdsWord && DESCRIBING.includes(segment));
    if (empty || (!single && name !== '')) flush();
    if (empty) continue;
    name += segment;
    holdsWord ||= !single;
  }
  flush();
  return words;
}

const EMPTY_EN = new Set(
  `a an the and or but so if then than that this these those there here it its i i'm im i'd i'll i've me my mine we our us you your he she they them their
  is am are was were be been being do does did done can could will would shall should may might must have has had having get got gets getting give gives show shows find finds
  look looking looks search searching see want wants wanted need needs needed needing like likes love prefer prefers recommend recommends recommendation recommendations suggest suggestion suggestions help please thanks thank hi hello hey ok okay
  for with without of to in on at by from about as into onto over under up down out off between per through during within around near after before
  some any all both each every either neither one ones two more most less least very really quite too also just only even still again ever maybe
  what which who whom whose where when why how something anything nothing thing things stuff item items product products kind kinds sort type types model models brand brands option options choice choices
  good nice great best better decent fine suitable right perfect well ideal reliable use used using usage useful work works working make makes take takes put go going come
  buy buying purchase rent renting rental hire lease sell selling shop store available stock price priced prices cost costs budget cheap expensive money dollar dollars pay spend
  there's that's what's let's don't doesn't not no yes yeah sure new day days week weeks month months year years time today tomorrow now
  kit kits color colors colour colours size sizes maker makers compare compared comparison difference rated certified similar alike less nor neither forget skip total altogether overall max maximum min minimum roughly actually basically really currently probably possibly especially mostly mainly mostly together instead else already always never often sometimes usually
  anyway please kindly quick quickly asap super extra pretty fairly totally absolutely definitely certainly little bit lot lots plenty enough many much few several various different similar same another next last first second
  own keep let seems seem looks long short while since because though although however until unless whether upcoming event trip birthday gift present wife husband mom dad kid kids son daughter girlfriend boyfriend parents friends
  tell know think say ask feature features featuring support supports supporting includes include including included has comes come equipped able capable someone anyone people person am my friend family home house carry i'm looking rather instead what about how shoot shooting photograph photographing photos pictures film filming record recording watch watching play playing bring bringing capture capturing trip`.split(
    /\s+/,
  ),
);

/**
 * Content words in what nobody understood. Numbers count only beside a Latin word: "rtx 4090" is a name, a lone 300 is none.
 * @param runs unclaimed stretches of the folded text.
 */
export function contentWords(runs: readonly string[]): string[] {
  const words: string[] = [];
  for (const run of runs) {
    const pieces = run.match(/\p{Script=Han}+|[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{N}]|[.'+-](?=[\p{L}\p{N}]))*/gu) ?? [];
    pieces.forEach((piece, at) => {
      if (/^\p{Script=Han}/u.test(piece)) {
        for (const part of piece.replace(EMPTY_ZH_PATTERN, ' ').split(' ')) words.push(...hanContent(part));
      } else if (/^[\d.]+$/.test(piece)) {
        const before = pieces[at - 1] ?? '';
        // One name: "iphone 16", which is not whatever holds a 16.
        if (/^[a-z]/.test(before) && !EMPTY_EN.has(before) && words.at(-1) === before) words.push(`${words.pop()} ${piece}`);
      } else if (piece.length >= 2 && !EMPTY_EN.has(piece) && !EMPTY_EN.has(piece.replace(/'(?:ve|re|ll|d|s|m)$/, '')))
        words.push(piece.replace(/'s$/, ''));
    });
  }
  return [...new Set(words)].slice(0, 8);
}
