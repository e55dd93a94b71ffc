import type { Language } from '../../protocol/locale.ts';

interface InfoText {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly paragraphs: readonly string[] }[];
}

/** The words of the help and privacy pages; what they say is true of this demonstration. */
export const infoTexts: Readonly<Record<Language, Readonly<Record<'help' | 'privacy', InfoText>>>> = {
  zh: {
    help: {
      title: '帮助',
      lead: '租和买的规矩，三分钟看完。',
      sections: [
        {
          id: 'rent',
          heading: '租用怎么算钱',
          paragraphs: [
            '租得越久，每天（或每月）越便宜：租期到了哪一档，整段租期都按那一档的单价算。商品页写明每一档；选好租期，合计当场算出。',
            '有的商品另有套餐价。套餐和阶梯价哪个便宜，就按哪个算。',
          ],
        },
        {
          id: 'deposit',
          heading: '押金',
          paragraphs: ['押金和租金分开列出。标有“可免押”的商品，满足页面上写的条件就不用付；付了的，归还检查后按写明的天数退回。'],
        },
        {
          id: 'damage',
          heading: '损坏怎么办',
          paragraphs: ['加购了免赔保障，日常的轻微磕碰和划痕不用赔。标有“租期质保”的商品，非人为故障免费维修或换同级设备。'],
        },
        {
          id: 'checkout',
          heading: '下单',
          paragraphs: [
            '这是一间演示店铺。商品、品牌、评价和商家都是虚构的，购物车可以用，但不能下单，也不会收任何费用。',
            '页面右下角的导购是 Aisle：它搜索这间店的商品目录来回答，说的价格都来自目录。',
          ],
        },
      ],
    },
    privacy: {
      title: '隐私',
      lead: '这间演示店铺知道什么，不知道什么。',
      sections: [
        {
          id: 'cookies',
          heading: '我们存了什么',
          paragraphs: [
            '三个 Cookie，都只在你动手之后才有：你选的语言、你的购物车，以及演示登录时选的是哪位虚构顾客。没有广告，没有跟踪，页面不向别的网站发任何请求。导购记的东西见下一段。',
          ],
        },
        {
          id: 'adviser',
          heading: '智能导购',
          paragraphs: [
            '你和导购的对话会发到运行这个店铺的服务器，用来回答你；服务器配置了外部模型时，对话会转给那个模型。你登录之后，它还能查到这位虚构顾客的订单；退出登录，对话也就离开。',
            '对话在服务器上保留一段时间（默认 24 小时），方便你换页后接着聊；你用过导购之后，浏览器会在这个标签页里记下对话编号、没发出的草稿、正在回答的问题、面板开合和字号，关掉标签页就没了。',
          ],
        },
        { id: 'contact', heading: '联系', paragraphs: ['有问题可以写信（演示地址，不会有人回信）：'] },
      ],
    },
  },
  en: {
    help: {
      title: 'Help',
      lead: 'How renting and buying work here, in three minutes.',
      sections: [
        {
          id: 'rent',
          heading: 'What a rental costs',
          paragraphs: [
            'The longer you rent, the lower the rate: once a length reaches a tier, that rate holds for the whole rental. Every item lists its tiers; choose a length and the total is worked out at once.',
            'Some items also have packages. Whichever is cheaper, tier or package, is what you pay.',
          ],
        },
        {
          id: 'deposit',
          heading: 'Deposits',
          paragraphs: [
            'A deposit is always listed apart from the rent. Where it can be waived, the condition is written with the offer. A paid deposit comes back within the stated days after the item has been checked.',
          ],
        },
        {
          id: 'damage',
          heading: 'If something breaks',
          paragraphs: [
            'With the damage waiver, small knocks and scratches from normal use cost nothing. With quality cover for the term, a fault that is not your doing is repaired, or the item replaced, at no charge.',
          ],
        },
        {
          id: 'checkout',
          heading: 'Ordering',
          paragraphs: [
            'This is a demonstration shop. Items, brands, reviews and sellers are made up. The cart works, but nothing can be ordered and nothing is charged.',
            'The adviser at the bottom right is Aisle: it answers by searching this shop’s catalogue, and the prices it names come from there.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Privacy',
      lead: 'What this demonstration shop knows, and what it does not.',
      sections: [
        {
          id: 'cookies',
          heading: 'What is kept',
          paragraphs: [
            'Three cookies, each only after you did something: the language you chose, your cart, and which made-up shopper you signed in as. No advertising, no tracking, and the pages send no request to any other site. What the adviser keeps stands below.',
          ],
        },
        {
          id: 'adviser',
          heading: 'The adviser',
          paragraphs: [
            'What you tell the adviser is sent to the server that runs this shop, to answer you. If that server is set up with an outside model, the conversation is passed to it. Once you have signed in it can also look up that made-up shopper’s orders; signing out leaves the conversation.',
            'The server keeps a conversation for a while (24 hours unless set otherwise), so that you can go on after changing the page. Once you have used the adviser, the browser keeps for this tab the conversation’s number, an unsent draft, the question being answered, whether the panel was open, and the text size; closing the tab forgets them.',
          ],
        },
        { id: 'contact', heading: 'Contact', paragraphs: ['Questions may be sent here (a demonstration address; nobody answers):'] },
      ],
    },
  },
};
