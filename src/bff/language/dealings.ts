/**
 * Offers and dealings that are no product, even where they are asked for like one; and what a text must say to be about them.
 * A shop has rules near every one of them (members, payment, how to choose a camera), and only its own word is an answer.
 */
const DEALINGS: readonly { readonly asked: RegExp; readonly told?: RegExp; readonly describes?: boolean }[] = [
  {
    asked:
      /收(?:购)?(?:二手|旧)|回收|以旧换新|置换|抵(?:钱|扣|价)|旧.{1,4}(?:换新|抵)|\bin trade\b|\btrade[ -]?ins?\b|\bbuy (?:used|my|back|old)\b|\bsell (?:you |to you )?my\b/,
    told: /回收|收购|以旧换新|置换|trade[ -]?in|buy back|we buy/,
  },
  { asked: /礼品卡|购物卡|储值卡|代金券|\bgift ?cards?\b|\bvouchers?\b/ },
  {
    asked: /优惠|折扣|打折|促销|学生价|减免|\bdiscounts?\b|\bcoupons?\b|\bpromo(?:tion)?s?\b|\bpromo codes?\b/,
    told: /优惠|折扣|打折|discount|coupon|promo|阶梯|越租越|rates? fall|falling|lower (?:day )?rate/,
    describes: true,
  },
  { asked: /招聘|招人|上班|入职|兼职|应聘|\bjobs?\b|\bhiring\b|\bcareers?\b|\bvacanc(?:y|ies)\b|\bwork for you\b/ },
  { asked: /加盟|代理|\bfranchise/ },
  { asked: /比价|别家|砍价|讲价|\bprice match|\bmatch the price\b|\bhaggle\b/ },
  { asked: /手机应用|小程序|\ban app\b|\bmobile app\b/ },
  { asked: /创始人|老板|总裁|总经理|\bceo\b|\bfound(?:ed|er|ers)\b|\bowns? (?:you|this|the)\b|\byour (?:owner|boss|manager)\b/ },
  { asked: /抖音|微博|公众号|小红书(?:号|账号)|\binstagram\b|\btiktok\b|\bfacebook\b|\btwitter\b|\bsocial media\b/ },
  { asked: /停车|车位|\bparking\b/ },
  { asked: /赞助|\bsponsor/ },
  { asked: /宠物|带狗|带猫|\bmy (?:dog|cat|pet)\b|\bpets\b/ },
  {
    asked: /修(?:我|自己|理我)|(?:帮|给)(?:我|人)修|\brepairs? (?:for )?my\b|\bfix my\b|\brepair my\b/,
    told: /修自己|代修|自己的.{0,6}(?:可以|能)修|repair your own|repair of your own/,
  },
  { asked: /培训|教(?:摄影|拍|课|程)|\bteach\b|\bcourses?\b|\blessons?\b|\bworkshops?\b/ },
];

/** A dealing that is asked about. */
export interface Dealing {
  /** Its word may also describe a thing that is wanted: discounted cameras. */
  readonly describes: boolean;
  /** Whether a folded text is about it. */
  readonly isIn: (passage: string) => boolean;
}

/** The dealing a message asks about; null for none. @param text folded. */
export function dealingIn(text: string): Dealing | null {
  const dealing = DEALINGS.find(({ asked }) => asked.test(text));
  if (!dealing) return null;
  return { describes: dealing.describes ?? false, isIn: (passage) => (dealing.told ?? dealing.asked).test(passage) };
}
