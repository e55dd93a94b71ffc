import { dealingIn } from '../../../language/dealings.ts';
import { namesMatter } from '../../../language/shop-matters.ts';
import { looksAround } from '../read/talk.ts';
import type { Wish } from '../wish.ts';

/** Matters that are always the shop's, whatever thing they are asked about. */
const MATTERS =
  /退货|退换|退款|退钱|退租|归还|寄回|怎么还|还东西|换货|换一台|坏了|弄坏|摔坏?了|用坏|损坏|划(?:痕|了|伤)|进水|丢了|弄丢|被偷|被盗|赔|报损|保险|逾期|晚还|提前还|续租|多租|取消|不想租|改地址|改期|发票|专票|报销|运费|邮费|快递费|包邮|配送|发货|送到|寄到|发到|自提|自取|门店|实体店|营业|开门|关门|地址|客服|联系(?:你|方式)|投诉|付款|支付|付钱|信用卡|花呗|分期|身份证|实名|护照|未成年|会员|消毒|洗过|干净吗|正品|真的假的|假货|租期怎么|怎么算|从哪天|退押金|押金.{0,4}(?:退|到账|扣|还没)|为什么.{0,3}押金|隐私|资料|数据.{0,4}(?:删|清)|租.{0,4}买.{0,4}(?:区别|不同|划算|好|便宜|合适)|买.{0,4}租.{0,4}(?:区别|不同|划算|好|合适)|按时|来不及|没到期|\bon time\b|\bearlier than\b|\bbefore the end\b|\breturn(?:s|ed|ing)?\b(?! (?:trip|flight))|\brefund|\bexchange\b|\bbr(?:eak|eaks|oke|oken)\b|\bdamaged?\b|\bdrop(?:ped)? (?:it|the|my|a)\b|\bcrack(?:ed)?\b|\bscratch|\bspill|\blos[et]s?\b|\bstole|\bstolen\b|\binsur(?:ance|ed)\b|\boverdue\b|\blate fees?\b|\bextend|\bcancel|\binvoice|\breceipt|\bpostage\b|\bshipp?(?:ing|ed|s)?\b|\bdeliver(?:y|ies|ed|s|ing)?\b|\bpick(?:ed)? (?:it )?up\b|\bopening (?:hours|times)\b|\bwhat time\b|\bwhere are you\b|\bcontact\b|\bcomplain|\bphone number\b|\bpay(?:ment|ments|ing)?\b|\bcredit cards?\b|\bcash\b|\binstal?lments?\b|\bpassport\b|\bmembers?hip\b|\bhygiene\b|\bclean(?:ed|ing)?\b|\bgenuine\b|\bwarrant(?:y|ies)\b|\bprivacy\b|\bdeposit (?:back|refund|returned)\b|\bmy deposit\b|\brent(?:ing)? (?:or|vs|versus|and) (?:to )?buy|\bbuy(?:ing)? (?:or|vs|versus|and) (?:to )?rent|\brent(?:ing)? cheaper than|\bwrong (?:item|one|thing|order|camera|lens|size)\b|\barrived? (?:broken|damaged|late|dead)|\b(?:give|send|bring|hand) .{1,20}\bback\b|\bwhat happens\b|\bwhat if\b|\bmy (?:files|photos|pictures|data)\b|\b(?:send|sent|mail|mailed|post) (?:it |this |them )?to\b|\bvisa\b|\bmastercard\b|\b(?:apple|google) pay\b|\bpaypal\b|\bopen (?:on|at)\b|\b(?:who|what) (?:pays|do i owe)\b|\bthe (?:fine|penalty)\b|\bcall off\b|\bcollect it\b|\bin person\b|\bfake\b|\bparking\b|微信|支付宝|罚|撤销|停车|流程|退押|(?:清|删)(?:掉|除|空)|免费送|到店/;

/** What is said of a thing one has, or of the shop, and never of one that is wanted. */
const ALWAYS =
  /收到.{0,8}(?:不对|不是|不符|不一样)|掉(?:进|到|在)?.{0,3}(?:海|水|河|湖|沟)[里中]|租.{1,6}(?:有没有|会不会|会|能不能|能|可以)(?:更|再)?便宜|里的照片|\bfell (?:into|in|off|out)\b|\b(?:pick|picked) .{2,16}\bup\b|\bcome by\b|收到.{0,6}(?:坏|问题|错|少|划|不能用|用不了)|(?:洗|消毒)(?:了|过)(?:没|吗)|\b(?:washed|cleaned|saniti[sz]ed|disinfected) (?:between|after|before)\b|\bby phone\b|\breach (?:you|an? |some)|发错|(?:坏|丢|摔|碎|裂)了|被[偷盗]|(?:客服|联系|店铺?)电话|电话号码|收(?:购)?(?:二手|旧)|有(?:没有)?.{0,3}(?:应用|小程序)|(?:怎么|如何|怎样|可以|能|才能).{0,6}(?:免押|不交押金)|租(?:得|的)?(?:越)?久.{0,6}(?:便宜|优惠|划算)|\barrived? (?:broken|damaged|late|dead|scratched)\b|\b(?:stole|stolen|broke|dropped|cracked|lost)\b|\bstopped working\b|\bphone number\b|\bhotline\b|\bbuy (?:used|my|back|old)\b|\ban app\b|\b(?:can|how (?:can|do|could)) i .{0,20}without (?:a |any )?deposit\b|\bcheaper .{0,16}longer\b|\blonger .{0,16}cheaper\b|\b(?:sent|got|received) .{0,8}wrong\b/;
/** How to choose among things of a kind. */
const CHOOSING =
  /(?:怎么|如何|怎样)(?:选|挑)|选购|买哪种|\bhow (?:do|should|can|to|would) (?:i |we |you |one )?(?:choose|pick|select)\b|\bwhat (?:should i|do i|to) look (?:for|out)\b|\bbuying guide\b/;

/** The form of a question, or of telling what went wrong. */
const QUESTION =
  /[?？]|吗|呢$|没有$|行不行|谁(?:来)?(?:赔|付|出)|怎么|怎样|如何|什么|多少|多久|几[天点时个号月岁种款]|哪[里儿天个]|谁|能不能|可不可以|要不要|是不是|有没有|为什么|还是|划算|^(?:能|可以|要|会|我想|我要|想)|^(?:please )?(?:explain|tell me|describe)\b|了$|^(?:and |but |so |ok |hi |hello |hey |well |please |also )*(?:can|could|may|might|must|should|shall|do|does|did|is|are|am|was|were|has|have|will|would|how|what|what's|when|where|who|whose|why|which|i|it|my|you|someone|somebody|something)\b/;
/** A wish, which may have the form of a question: "do you have …", "can I rent a …", a counted thing that is wanted (要一架…). */
const WISHING =
  /\b(?:do|does|have|did) (?:you|they|the shop|this shop) (?:have|got|sell|rent|carry|stock|offer|let)\b|\bhave you got\b|\bare there (?:any )?|\bis there (?:an? |any )|\b(?:can|could|may) i (?:rent|buy|get|see|have|hire|borrow|find)\b|(?<!\bdo )\bi(?:'m| am)? (?:want|need|looking|would like|'d like|am after|prefer|like)\b|\bi(?:'d| would) (?:like|love|prefer)\b|\b(?:show|find|give|get|recommend|suggest) me\b|\bwhat (?:do you (?:have|sell|rent|recommend|suggest)|should i (?:get|buy|rent|take|bring)|would you)\b|\bwhich\b|有没有|有.{1,10}吗|卖.{0,8}吗|^(?:我)?(?:想|要|想要|需要)(?:租|买|找|看|[一两二三四五六七八九十\d]*[个台架把件套部只双支条辆本副款块对])|推荐|看看|有什么|有啥|有哪些|想租|想买|(?<!不)要租|(?<!不)要买|哪[款个种台]|什么(?:样|牌子|型号)/;
/** About the shopper's own doing, which only rules allow or forbid: "can I take …", 可以带…吗. */
const MAY_I =
  /\b(?:can|could|may|am i allowed to|do i (?:need|have) to|must i|should) (?:i |we |someone |somebody |you )?(?:take|bring|use|keep|send|give|change|charge|show|leave|lend|set|come|visit|collect|call|speak)\b|(?:可以|能|能不能|可不可以)(?:带|拿|用|借|寄|改|换|转|来|去|带去)|能帮我们?|要不要|需要.{0,8}吗|[带拿寄托].{1,12}(?:可以|行|允许)(?:吗|么|不)|\b(?:is|are) .{1,24}\b(?:allowed|permitted)\b|\b(?:allowed|permitted) (?:on|in|into|onto)\b/;

/** Marked as a question beyond doubt: 要能转的 only describes a seat. */
const ASKED = /[?？]|吗|么$|能不能|可不可以|^(?:and |but |so |also )*(?:can|could|may|am|is|are|do|must|should)\b/;

/** Whether a wish names things or conditions that only a catalogue can answer. */
function names({ terms, models, attributes, price, edit, rental_days, deposit_free, deposit_max, conditions, sort, sort_attribute }: Wish) {
  const { product_types: types = [], ...others } = terms;
  return {
    type: types.length > 0,
    bounded: models.length + attributes.length + conditions.length > 0 || price !== null || edit !== null || sort !== null,
    others:
      Object.values(others).some((values) => values.length > 0) ||
      models.length + attributes.length + conditions.length > 0 ||
      price !== null ||
      edit !== null ||
      rental_days !== null ||
      deposit_free ||
      deposit_max !== null ||
      sort !== null ||
      sort_attribute !== null,
  };
}

/**
 * How surely a message asks how the shop does things rather than for a product: `sure` where it names such a matter, `maybe`
 * where it is a question in which the catalogue recognises nothing; null for all others.
 * @param text folded.
 */
export function shopQuestion(text: string, wish: Wish): 'sure' | 'maybe' | null {
  const named = names(wish);
  const wishes = WISHING.test(text);
  const question = QUESTION.test(text);
  if (ALWAYS.test(text)) return 'sure';
  // What a wanted thing is like, as in 能旋转的.
  if (DESCRIBES.test(text)) return null;
  if (ABOUT_DEPOSIT.test(text)) return 'maybe';
  const dealing = dealingIn(text);
  if (dealing && (!named.type || !dealing.describes)) return 'sure';
  if (CHOOSING.test(text) && wish.models.length === 0 && !wish.terms.brands?.length) return named.type ? 'maybe' : null;
  if (question && !wishes && !named.bounded && !wish.leans && !HAVE.test(text) && namesMatter(text)) return 'sure';
  if (MATTERS.test(text) && !wishes && (question || (!named.type && !named.others))) return 'sure';
  // What is allowed is a matter of rules, whatever feature goes by the same words: 锂电池能带上飞机吗.
  if (MAY_I.test(text) && !wishes && !named.bounded && question && (!named.type || isAllowed(text)))
    return named.others && !named.type ? 'maybe' : 'sure';
  // "Can I rent for just one day": a rental of nothing named is a question about rentals.
  if (question && !named.type && !wish.leans && asksOfRentals(wish) && !HAVE.test(text) && !COSTS.test(text)) return 'maybe';
  if (named.others && !MATTERS.test(text)) return null;
  if (MAY_I.test(text) && !wishes && (!named.type || ASKED.test(text))) return 'sure';
  if (named.type || named.others || wish.leans) return null;
  if (wishes && looksAround(text, []) && !MATTERS.test(text)) return null;
  if (onlyStrangeWords(text, wish)) return null;
  return question || MATTERS.test(text) ? 'maybe' : null;
}

/** Whether a message is nothing but words that nobody understood, asked with a mark alone: no rule is asked for by those. */
function onlyStrangeWords(text: string, { words }: Wish): boolean {
  const rest = words.reduce((left, word) => left.replace(word, ''), text);
  return words.length > 0 && !/[\p{L}\p{N}]/u.test(rest) && !MATTERS.test(text) && !namesMatter(text);
}

const DESCRIBES = /^(?:最好|要|得|需要)?(?:能|可以|会|不用|免)[^?？吗]{1,12}的$/;
const ABOUT_DEPOSIT = /^(?:and |what about |how about |那)*(?:the )?(?:deposits?|押金)(?:呢|多少|是多少)?[?？]?$/;

/** "Are there any", 有没有: a search answers. */
const HAVE = /有(?!什么|规定|要求)|\bany\b(?! way)|\bsome\b|\bshow\b|\bfind\b/;

/** "How much for three days" is about what was shown. */
const COSTS = /多少钱|价格|租金|怎么卖|\bhow much\b|\bprice\b|\bcosts?\b/;

/** Whether a thing is asked to be allowed somewhere, and not described by it: 无人机能带上飞机吗, unlike 能带上飞机的推车. */
function isAllowed(text: string): boolean {
  const at = MAY_I.exec(text);
  return at !== null && ASKED.test(text) && !text.slice(at.index).includes('的');
}

/** Whether all that was understood is how a rental goes: its length, its deposit, that it is one. */
function asksOfRentals({ terms, words, models, attributes, price, edit, sort, conditions, ...wish }: Wish): boolean {
  const things = [...Object.values(terms).flat(), ...words, ...models, ...attributes, ...conditions];
  const rental = wish.rental_days !== null || wish.deposit_free || wish.offer_kind === 'lease';
  return things.length === 0 && price === null && edit === null && sort === null && rental;
}

/** Whether a question is a wish in that form: then a search answers it where no rule does. @param text folded. */
export const isWishing = (text: string): boolean => WISHING.test(text) || CHOOSING.test(text);

/** Whether a text names a matter of the shop's rules. @param text folded. */
export const namesRule = (text: string): boolean => MATTERS.test(text) || namesMatter(text) || /押金|\bdeposit\b/.test(text);

/** Whether a message has the form of a question. @param text folded. */
export const asksForm = (text: string): boolean => QUESTION.test(text);
