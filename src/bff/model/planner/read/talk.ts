import type { Talk } from '../wish.ts';

/** Whole messages that are no wish. Tested on the folded text without its closing marks. */
const WHOLE: readonly (readonly [RegExp, Talk])[] = [
  [
    /^(?:(?:你|您)好(?:[呀啊])?|嗨|哈[喽啰]|hello|hi|hey|hi there|hello there|good (?:morning|afternoon|evening)|早上好|下午好|晚上好|早|在吗|在不在|有人吗|yo)$/,
    'greeting',
  ],
  [
    /^(?:(?:好的?|ok),? ?)?(?:谢谢(?:你|您|啦|了)?|多谢|感谢|谢了|thanks?(?: you)?(?: (?:so much|a lot|very much))?|thx|ty|cheers|great,? thanks?(?: you)?|perfect,? thanks?(?: you)?|非常感谢|辛苦了)$/,
    'thanks',
  ],
  [/^(?:再见|拜拜|bye(?: ?bye)?|good ?bye|see you(?: later)?|回头见|下次再聊|晚安|good night)$/, 'bye'],
  [
    /^(?:好的?|嗯+|行|可以|ok(?:ay)?|知道了|明白了?|了解|收到|不错|great|cool|nice|got it|i see|sure|fine|alright|good|(?:那|好|行|就|那就|好的|ok)[，, ]?(?:就|要|定|选|租|买)*(?:这个?|这[套款台]|它)(?:了|吧|吧了)?|(?:ok(?:ay)?,? )?i(?:'ll| will) take (?:it|this|that|them|this one|the (?:kit|set))|that'?s (?:it|all|fine|great|good|perfect)|sounds good|perfect)$/,
    'fine',
  ],
  [
    /^(?:都行|都可以|随便|无所谓|都好|不限|没(?:有)?要求|没有偏好|你(?:来)?(?:定|选|推荐)(?:吧)?|any(?:thing)?(?: is fine| works| will do)?|either(?: is fine| works)?|whatever|no preference|doesn'?t matter|i don'?t (?:care|mind|know)|not sure|不知道|不清楚|不确定)$/,
    'any',
  ],
];

/** Parts of a message that say what it is, unless the catalogue's own words were in it too. */
const PARTS: readonly (readonly [RegExp, Talk])[] = [
  [
    /你是谁|你叫什么|你是(?:不是)?(?:真人|人工|机器人|人吗|人还是|ai|什么|gpt|chatgpt|大模型)|是真人吗|是机器人吗|\bwho are you\b|\bwhat are you\b|\bare you (?:a |an |the )?(?:real|human|bot|robot|person|ai|machine|chatgpt|gpt|language model)\b|\byour name\b/,
    'who',
  ],
  [
    /你(?:能|会|可以)(?:做|干|帮我做|帮我)(?:什么|啥|点什么)|怎么用你|有什么功能|\bwhat can you do\b|\bhow (?:do|can) (?:i use|you help)|^(?:help|帮助|帮帮我)$/,
    'help',
  ],
  [
    /转人工|人工客服|(?:联系|找)(?:人工|真人|店家|店员)|找客服|联系客服|真人客服|\b(?:talk|speak|chat) (?:to|with) (?:a |an )?(?:human|person|agent|someone|representative)\b|\bcustomer (?:service|support)\b|\bhuman agent\b/,
    'person',
  ],
  [
    /物流|快递到|到哪(?:了|里了|儿了)|什么时候(?:能)?到|发货了(?:吗|没)|\bwhere(?:'s| is) my (?:order|package|parcel|delivery)|\btrack(?:ing)?\b.*\b(?:order|package|parcel|number|delivery)?|\bshipping status\b/,
    'tracking',
  ],
  [
    /我的订单|查(?:一?下)?订单|订单(?:状态|详情|记录|号)|我(?:租|买)(?:过|了)(?:什么|哪些)|\bmy (?:recent |last |past )?orders?\b|\border (?:status|history|number)\b/,
    'order',
  ],
  [
    /(?:押金|租金).{0,6}(?:怎么|如何|什么时候|多久|能不能|可以)?退|怎么(?:退|还|租|归还|退货|换货|赔|付款|开发票)|如何(?:退|还|租|归还|退货|赔)|退货|退款|换货|归还|(?:弄|摔|用)?坏了?(?:怎么办|要赔|赔)|损坏|丢了怎么办|赔偿|逾期|超时归还|提前(?:还|归还)|续租|发票|运费|包邮|怎么配送|多久(?:发货|能到|到货)|保修政策|租赁规则|流程|免押(?:金)?(?:的)?(?:条件|资格|要求|规则)|(?:怎么|如何)免押|(?:能|可以)(?:不能)?退(?:吗|么|货|款)|退得了|几点(?:开门|关门|营业)|营业时间|(?:店|门店|你们)在哪|(?:取消|改)订单|(?:寄|发)(?:到|往)?(?:国外|海外)|\b(?:return|refund|cancellation|shipping|warranty|damage|late|rental) (?:policy|policies|rules?|terms|fees?|costs?)\b|\bcan i (?:return|cancel|extend|refund|exchange)\b|\bhow late\b.{0,24}\breturn|\bdo you (?:ship|deliver)\b|\bship(?:ping)? (?:abroad|overseas|internationally)\b|\b(?:opening|business) hours\b|\bwhen (?:are|do) you open\b|\bcancel (?:my |an |the )?order\b|\bhow (?:do|does|can|to|would) .{0,24}\b(?:return|refund|cancel|rent(?:ing|al)?|deposit|extend)\b.{0,12}|\bwhat (?:if|happens if|happens when) .{0,24}\b(?:break|broke|broken|damage|damaged|lose|lost|late|scratch)|\bget (?:my |the |our )?(?:deposit|money) back\b|\bdeposit (?:back|returned|refund(?:ed)?)\b|\binvoice\b/,
    'policy',
  ],
  [
    /天气|笑话|写(?:一?首|诗|代码|作文|文章)|新闻|股票|翻译|唱歌|算一?下|数学题|作业|讲个故事|\bweather\b|\bjoke\b|\bpoem\b|\bnews\b|\bstock price\b|\btranslate\b|\bwrite (?:me )?(?:a |an |some )?(?:code|poem|essay|story|song)\b|\bcapital of\b|\bwho is the\b|\bmeaning of life\b|\bhomework\b|\brecipe\b/,
    'off-topic',
  ],
];

/**
 * 比较 that asks for a comparison: before a place or what was shown, before two that are named, or as all of the message. Before a
 * quality it is "rather": 比较便宜的.
 */
const COMPARES_ZH =
  /比较(?:(?:我的?)?购物|[前头][两二三四五六\d]|.{0,2}第[一二三四五六\d]|[这那][两几三四五六些\d]|[两几](?:个|款|台|种|件|者)|它们|他们|刚才|上面)|(?:^|[请我帮想来要])比较(?!.*的[^和与跟]*$)\S.*(?:和|与|跟|还有|、).|^(?:请|帮我|给我|我?想|来)*比较(?:吧|看看)?$/;
const COMPARE =
  /对比|比较一?下|比一?比|比(?:一下|比看|下看|下)|(?:哪个|哪款|哪一?[个款台种]|谁)(?:更|比较)?(?:好|强|值|适合|轻|划算|便宜|亮|安静|静|大|小|快|久|耐用)(?!用|的)|怎么选|选哪(?:个|款)|有(?:什么|啥)(?:区别|不同|差别)|比.{1,20}[更还]?好(?:吗|不好)|\bcompare\b|\bcomparison\b|\bwhich (?:one |of (?:them|these|those|[^?.!]{1,40}\b(?:cart|basket)) )?(?:is|has|would be) (?:the )?(?:better|\w+er)\b|\bdifferences? between\b|\bversus\b|\bvs\b|^is (?:the )?\S.* better than (?:the )?\S/;
const THIS_ITEM =
  /第[一二三四五六\d](?:个|款|台|种|件)|\bthe (?:first|second|third|last) (?:one|item|option)\b|(?:这|此)(?:个|款|台|部|件|只|条|套)|它|\bthis (?:one|item|product|model|camera|thing)\b|\bis (?:it|this)\b|\bdoes (?:it|this)\b|\bthis\b/;

/** What a whole message says beside wishes. @param text folded. */
export function talkOf(text: string): Talk | null {
  const bare = text
    .replace(/[\s!?.~。！？，,、…]+$/u, '')
    .replace(/\p{Extended_Pictographic}/gu, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(bare)) return 'unclear';
  const whole = talkIn(bare);
  if (whole) return whole;
  // "Thanks a lot, bye": said one after the other, the last of them is what is answered.
  const talks = bare.split(/[\s!?.~。！？，,、;；…]*[!?.~。！？，,、;；…][\s!?.~。！？，,、;；…]*/u).map(talkIn);
  return talks.every((talk) => talk !== null) ? (talks.at(-1) ?? null) : null;
}

/** A closing particle changes nothing: 再见啦. */
const PARTICLE = /(?<=.)[啦咯喽哦哈呀哟]$/u;
const talkIn = (text: string): Talk | null => {
  const said = text.replace(PARTICLE, '');
  return WHOLE.find(([pattern]) => pattern.test(text) || pattern.test(said))?.[1] ?? null;
};

/** What parts of a message say: a question about rules, an order, the adviser. @param text folded. */
export function askedBeside(text: string): Talk | null {
  return PARTS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const VIDEO =
  /有(?:没有)?(?:介绍|演示|开箱|它的|商品|产品)?的?视频(?!线|会议|通话|编辑|剪辑|规格|拍)|视频(?:介绍|讲解|演示)|看(?:一?下|看)?(?:它的)?视频(?!线)|\b(?:any|is there an?|are there|show (?:me )?(?:the|an?|its)|have (?:an? |any )?|watch (?:the|an?|its)) ?videos?\b(?! (?:cable|camera|card|edit|game|call|light|quality))/;

/** Whether the message asks for a film of the items. @param text folded. */
export const asksForVideo = (text: string): boolean => VIDEO.test(text);
/** Whether the message asks for items to be set side by side. @param text folded. */
export const asksToCompare = (text: string): boolean => COMPARE.test(text) || COMPARES_ZH.test(text);
export const pointsAtThis = (text: string): boolean => THIS_ITEM.test(text);

const LEANS =
  /呢[?？]?$|^那|只[看要]|[换改]成|还是|也(?:行|可以|看)|^(?:再|还)|\binstead\b|^only\b|^just\b|\bwhat about\b|\bhow about\b|^and\b|\bmake (?:it|that)\b|^(?:in|with|without|from|by|for|but|not|no|under|over|below|at least|has to|must)\b|^(?:要|不要|别|除了|有没有)(?!租|买)|^(?:最好)?(?:能|可以|会)[^?？吗]{1,12}的$/;

/** Looking around without a wish: a question of the shop's helps more than any search. */
const BROWSES =
  /随便(?:逛|看|瞧|转)|逛(?:一?逛|一下|街)|没(?:有)?(?:什么)?(?:想法|主意|头绪|目标)|不知道(?:该|要|想)?(?:买|租|看|选|送)|推荐|看看|类似|有什么|有啥|有哪些|卖什么|租什么|买(?:点|些|个)?什么|东西|惊喜|\bjust (?:looking|browsing)\b|\blook(?:ing)? (?:around|about)\b|\ba look\b|\bbrows(?:e|ing)\b|\bsurprise\b|\brandom\b|\binspir(?:e|ation)|\bideas?\b|\brecommend|\bsuggest|\bwhat (?:should|can) i (?:get|buy|rent)\b|\bwhat i (?:want|need)\b|\bshow\b|\bsimilar\b|\bwhat (?:do you (?:have|sell|rent|offer)|have you got)\b|\bwhat's (?:good|new|here|interesting)\b|\banything\b|\bno idea\b/;
/** What such messages are made of beside words that say nothing anyway. */
const BROWSING_WORD =
  /^(?:[随便逛街瞧转看惊喜热门好物想法主意头绪目标什么有啥]+|brows(?:e|ing)|surprises?|random(?:ly)?|picks?|inspir(?:e|ation)|ideas?|idea|interesting|interested|fun|cool|curious|window|shopping|shop|store|catalog(?:ue)?|got|guess|choose|favou?rites?)$/;

/** Whether a message is made of nothing but looking around. @param text folded. @param words its words that name no product. */
export const looksAround = (text: string, words: readonly string[]): boolean =>
  BROWSES.test(text) && words.every((word) => BROWSING_WORD.test(word));

/** Whether a message leans on what was said before it. @param text folded. */
export const leansOnBefore = (text: string): boolean => LEANS.test(text);
