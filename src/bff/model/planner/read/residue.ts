/** Chinese words that say nothing about a product, as one alternation, the longest first. */
const EMPTY_ZH = [
  ...new Set(
    `你好 您好 请问 请 麻烦 帮我 帮忙 帮 给我 给 我们 我 你们 你 您 他 她 它 咱们 大家 朋友 自己 想要 想买 想租 想找 想看 想 需要 要求 要 打算 准备 计划 希望 最好 能够 能不能 能 可不可以 可以 会
    有没有 没有 有 没 是不是 是否 是 不是 不 在 的话 的 地 得 了 过 着 吗 呢 吧 啊 呀 哦 嘛 哈 啦 么 一下 一个 一款 一台 一部 一件 一套 一只 一些 一点 一种 一 个 款 台 部 件 套 只 双 条 张 把 本 些 点 种 类 样
    推荐 介绍 对比 比较一下 区别 性价比 看看 看 找找 找 搜索 搜 查 来 去 到 从 把 被 让 用来 用于 用 做 拿 带 选 挑 买 租 借 换 这个 这款 这种 这些 这 那个 那款 那种 那些 那 哪个 哪些 哪款 哪种 哪 什么样 什么 怎么样 怎么 怎样 如何 多少 几 为什么
    比较 非常 特别 很 挺 太 更 最 还 也 都 就 才 再 又 先 只 仅 真 超级 超 稍微 尽量 大概 大约 左右 差不多 可能 应该 必须 一定 千万
    和 与 或者 或 以及 及 跟 同 而且 并且 但是 但 不过 如果 因为 所以 然后 另外 还有 除了 以外 之外 为了 为 对 向 比 按 适合 合适 方便 好用 好 不错 靠谱 值得 入门 产品 商品 东西 牌子 品牌 型号 款式 类型 系列 价格 价钱 价位 预算 总共 一共 钱 元 块
    天 店里 店 你家 家里 家用 家 里面 里 上面 上 下 时候 时 现在 最近 今天 周围 附近 支持 带有 具有 具备 拥有 配备 含有 功能 方面 情况 左右 以内 以上 以下 问题 知道 觉得 感觉 说 问 谢谢 拜托 主要 平时 经常 偶尔 第一次 新手 别 行 哈哈 嗯 出去 出门 使用 用的 送 送给 够 放 装 牌 号 版 新 大 小 高 低 多 少 长 短 快 慢 轻 重 男 女`.split(
      /\s+/,
    ),
  ),
].sort((a, b) => b.length - a.length);
const EMPTY_ZH_PATTERN = new RegExp(EMPTY_ZH.join('|'), 'g');

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
  compare compared comparison difference rated certified total altogether overall max maximum min minimum roughly actually basically really currently probably possibly especially mostly mainly mostly together instead else already always never often sometimes usually
  anyway please kindly quick quickly asap super extra pretty fairly totally absolutely definitely certainly little bit lot lots plenty enough many much few several various different similar same another next last first second
  own keep let seems seem looks long short while since because though although however until unless whether upcoming event trip birthday gift present wife husband mom dad kid kids son daughter girlfriend boyfriend parents friends
  tell know think say ask feature features featuring support supports supporting includes include including included has comes come equipped able capable someone anyone people person am my friend family home house carry i'm looking rather instead what about how`.split(
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
        for (const part of piece.replace(EMPTY_ZH_PATTERN, ' ').split(' ')) if (part.length >= 2) words.push(part);
      } else if (/^[\d.]+$/.test(piece)) {
        const before = pieces[at - 1] ?? '';
        if (/^[a-z]/.test(before) && !EMPTY_EN.has(before)) words.push(piece);
      } else if (piece.length >= 2 && !EMPTY_EN.has(piece)) words.push(piece.replace(/'s$/, ''));
    });
  }
  return [...new Set(words)].slice(0, 8);
}
