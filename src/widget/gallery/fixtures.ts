import type { Comparison } from '../../protocol/compare.ts';
import type { Item } from '../../protocol/item.ts';
import type { Language } from '../../protocol/locale.ts';
import type { Money } from '../../protocol/money.ts';
import type { Offer } from '../../protocol/offer.ts';
import type { DataPartOf } from '../../protocol/parts.ts';

/** The same sentence in both languages. */
type Both = readonly [zh: string, en: string];
type Say = (both: Both) => string;

const yuan = (amount: number): Money => ({ amount: amount * 100, currency: 'CNY' });

const rental = (
  overrides: Partial<NonNullable<Offer['lease']>> = {},
  tiers: readonly (readonly [number, number])[] = [
    [1, 128],
    [7, 89],
    [15, 69],
  ],
): Offer => ({
  id: 'rent',
  kind: 'lease',
  price: yuan(tiers[0]?.[1] ?? 0),
  fees: [],
  lease: {
    billing_period: { unit: 'day', count: 1 },
    term: { min: 1, max: 90 },
    price_tiers: tiers.map(([min_periods, price]) => ({ min_periods, price: yuan(price) })),
    deposit: { amount: yuan(2000), refundable: true, waivable: true, waiver_condition: 'credit' },
    ...overrides,
  },
});

const sale = (price: number, before?: number): Offer => ({
  id: 'buy',
  kind: 'sell',
  price: yuan(price),
  fees: [],
  ...(before === undefined ? {} : { list_price: yuan(before) }),
});

/** Items of every shape a card must cope with. */
export function createItems(language: Language): Record<'camera' | 'projector' | 'tent' | 'phone' | 'unpriced' | 'long', Item> {
  const say: Say = ([zh, en]) => (language === 'zh' ? zh : en);
  const base = { locale: language === 'zh' ? 'zh-CN' : 'en', updated_at: '2026-11-21T00:00:00Z' };
  const camera: Item = {
    ...base,
    id: 'camera-r2',
    title: say(['森维 R2 全画幅微单相机', 'Solvik R2 full-frame mirrorless camera']),
    brand: say(['森维', 'Solvik']),
    url: '/products/camera-r2',
    offers: [rental(), sale(11999, 12999)],
    media: [{ type: 'image', url: '/camera.svg', alt_text: say(['黑色微单相机正面', 'Black mirrorless camera, front']) }],
    attributes: {
      sensor: { label: say(['像素', 'Sensor']), value: say(['2420 万像素', '24.2 MP']) },
      weight: { label: say(['重量', 'Weight']), value: 390, unit: 'g' },
      iso: { label: say(['最高感光度', 'Max ISO']), value: say(['ISO 51200', 'ISO 51200']) },
    },
    rating: { value: 4.8, scale_max: 5, count: 326 },
    availability: { available: true, status: 'in_stock', quantity: 24 },
  };
  const projector: Item = {
    ...base,
    id: 'projector-lumo',
    title: say(['流明 Lumo 便携投影仪 1080P', 'Lumo portable projector 1080p']),
    brand: say(['流明', 'Lumo']),
    url: '/products/projector-lumo',
    offers: [
      rental({ deposit: null }, [
        [1, 59],
        [7, 45],
      ]),
    ],
    media: [{ type: 'image', url: '/projector.svg' }],
    attributes: {
      light: { label: say(['亮度', 'Brightness']), value: 900, unit: 'ANSI' },
      noise: { label: say(['噪音', 'Noise']), value: 28, unit: 'dB' },
      battery: { label: say(['内置电池', 'Battery']), value: true },
    },
    rating: { value: 4.5, scale_max: 5, count: 1204 },
    availability: { available: true, status: 'in_stock', quantity: 2 },
  };
  const tent: Item = {
    ...base,
    id: 'tent-ridge',
    title: say(['山脊三人帐篷 双层防雨', 'Ridge 3-person tent, double wall']),
    brand: say(['野望', 'Fernway']),
    url: '/products/tent-ridge',
    offers: [
      rental({ term: { min: 3, max: 30 }, deposit: { amount: yuan(300), refundable: true, waivable: false } }, [
        [3, 35],
        [7, 25],
      ]),
    ],
    media: [{ type: 'image', url: '/tent.svg' }],
    attributes: {
      weight: { label: say(['重量', 'Weight']), value: 2.4, unit: 'kg' },
      rain: { label: say(['防雨', 'Rain']), value: '3000 mm' },
    },
    rating: { value: 4.6, scale_max: 5, count: 88 },
    availability: { available: true, status: 'preorder', from: '2026-12-01' },
  };
  const phone: Item = {
    ...base,
    id: 'phone-x',
    title: say(['澄光 X 手机 8+256G', 'Clara X phone, 8 + 256 GB']),
    brand: say(['澄光', 'Clara']),
    url: '/products/phone-x',
    offers: [sale(3299, 3699)],
    media: [{ type: 'image', url: '/not-there.svg' }],
    subtitle: say(['6.1 英寸，续航一整天', '6.1 inch, lasts the day']),
    availability: { available: false, status: 'out_of_stock' },
  };
  const unpriced: Item = {
    ...base,
    id: 'crane',
    title: say(['八米摇臂（含操作员）', '8 m camera crane with operator']),
    offers: [],
    availability: { available: true, status: 'in_stock' },
  };
  const long: Item = {
    ...camera,
    id: 'long',
    title: say([
      '森维 R2 Pro Max 限定版全画幅微单相机旅行套装含 24-105 毫米镜头与三脚架、两块电池、双充、收纳包、清洁套装及两年延保服务',
      'Solvik R2 Pro Max limited edition full-frame mirrorless travel kit with 24–105 mm lens, tripod, two batteries, charger, bag, cleaning set and two-year extended warranty',
    ]),
    brand: 'Solvik International Imaging Instruments & Accessories Company',
    offers: [
      {
        ...rental({
          billing_period: { unit: 'month', count: 1 },
          term: { min: 12, max: 36 },
          price_tiers: [{ min_periods: 12, price: yuan(1299) }],
        }),
        fees: [{ type: 'cover', label: 'cover', amount: yuan(199), optional: false }],
      },
    ],
  };
  return { camera, projector, tent, phone, unpriced, long };
}

export const CHECKED_AT = '2026-11-21T14:02:00';

/** Data parts of every kind. */
export function createParts(language: Language) {
  const say: Say = ([zh, en]) => (language === 'zh' ? zh : en);
  const items = createItems(language);
  const ask: DataPartOf<'data-askCard'> = {
    v: 1,
    question: say(['主要在什么场合拍？', 'What will you mostly shoot?']),
    options: [
      { id: 'o1', label: say(['风光和星空', 'Landscape and stars']), count: 18 },
      { id: 'o2', label: say(['人像', 'Portraits']), count: 42 },
      { id: 'o3', label: say(['视频', 'Video']), count: 31 },
      { id: 'o4', label: say(['都拍一点', 'A bit of everything']) },
    ],
    multi: false,
  };
  const comparison: Comparison = {
    items: [items.camera, items.projector, items.tent],
    days: 7,
    rows: [
      {
        key: 'total',
        label: say(['7 天租金', 'Rent, 7 days']),
        group: 'price',
        cells: [
          { text: '¥623', source: 'offer' },
          { text: '¥315', source: 'offer' },
          { text: '¥175', source: 'offer' },
        ],
        differs: true,
        best: 2,
      },
      {
        key: 'deposit',
        label: say(['押金', 'Deposit']),
        group: 'price',
        cells: [
          { text: '¥2,000', source: 'offer' },
          { text: say(['无押金', 'none']), source: 'offer' },
          { text: '¥300', source: 'offer' },
        ],
        differs: true,
        best: 1,
      },
      {
        key: 'weight',
        label: say(['重量', 'Weight']),
        group: 'facts',
        cells: [{ text: '390 g', source: 'item' }, null, { text: '2.4 kg', source: 'item' }],
        differs: true,
        best: 0,
      },
      {
        key: 'cover',
        label: say(['免赔保障', 'Damage cover']),
        group: 'terms',
        cells: [
          { text: '✓', source: 'item' },
          { text: '✓', source: 'item' },
          { text: '✓', source: 'item' },
        ],
        differs: false,
      },
    ],
    note: say(['价格以 7 天租期计。', 'Prices are for seven days.']),
  };
  const video: DataPartOf<'data-videoCard'> = {
    v: 1,
    item_id: items.camera.id,
    title: say(['森维 R2 夜拍实测', 'Solvik R2 at night']),
    url: '/night.mp4',
    type: 'video/mp4',
    poster: '/camera.svg',
    duration_s: 95,
  };
  const bundle: DataPartOf<'data-bundleCard'> = {
    v: 1,
    title: say(['年会投影套装', 'Projection kit for the party']),
    members: [
      { item: items.projector, role: say(['投影仪', 'Projector']), quantity: 1 },
      { item: items.tent, role: say(['帐篷', 'Tent']), quantity: 2 },
    ],
    totals: { rent: yuan(665), days: 7, deposit: yuan(600) },
  };
  const order: DataPartOf<'data-orderCard'> = {
    v: 1,
    order: {
      id: 'A-20931',
      status: 'in_use',
      placed_at: '2026-11-12T09:20:00Z',
      lines: [
        {
          item_id: 'camera-r2',
          title: items.camera.title,
          quantity: 1,
          price: yuan(623),
          lease: { days: 7, deposit: yuan(2000), due_back: '2026-11-24' },
        },
        { item_id: 'tent-ridge', title: items.tent.title, quantity: 2, price: yuan(350) },
      ],
      total: yuan(973),
    },
  };
  const tracking: DataPartOf<'data-trackingCard'> = {
    v: 1,
    order_id: 'A-20931',
    carrier: say(['顺达快递', 'Swift Parcel']),
    events: [
      { at: '2026-11-13T08:10:00', text: say(['已从仓库发出', 'Left the warehouse']), place: say(['杭州', 'Hangzhou']), status: 'shipped' },
      {
        at: '2026-11-14T06:30:00',
        text: say(['到达转运中心', 'Arrived at the sorting centre']),
        place: say(['上海', 'Shanghai']),
        status: 'in_transit',
      },
      {
        at: '2026-11-14T09:45:00',
        text: say(['快递员派送中', 'Out for delivery']),
        place: say(['上海浦东', 'Shanghai Pudong']),
        status: 'out_for_delivery',
      },
    ],
  };
  const more: DataPartOf<'data-moreItems'> = {
    v: 1,
    search: { query: 'camera' },
    cursor: 'next',
    total: 23,
    preview: [items.camera, items.projector, items.tent],
  };
  const suggestions = [
    say(['哪台夜里拍得好？', 'Which is best at night?']),
    say(['可以免押吗？', 'Can the deposit be waived?']),
    say(['换一批', 'Show me others']),
  ];
  const notice: DataPartOf<'data-notice'> = {
    v: 1,
    code: 'withheld',
    text: say(['有一条推荐没有展示：店里的目录里没有它。', "One suggestion was held back: it is not in this shop's catalogue."]),
  };
  const changed: DataPartOf<'data-notice'> = {
    v: 1,
    code: 'price_changed',
    text: say(['森维 R2 的价格变了，以卡片为准。', 'The price of Solvik R2 has changed; see its card.']),
  };
  return { items, ask, comparison, video, bundle, order, tracking, more, suggestions, notice, changed };
}

/** Words of a believable exchange. */
export function createWords(language: Language) {
  const say: Say = ([zh, en]) => (language === 'zh' ? zh : en);
  return {
    question: say(['去西藏拍星空，想租一台轻一点的相机，7 天', 'I want to rent a light camera for shooting stars in Tibet, 7 days']),
    answer: say([
      '拍星空最看重**高感光**和重量。按 7 天租期，我挑了三台：\n\n- 背着走远路，先看重量\n- 夜里拍，先看 `ISO` 上限',
      'For stars, **high ISO** and weight matter most. For seven days, these three fit:\n\n- on long walks, weight comes first\n- at night, the `ISO` limit does',
    ]),
    after: say([
      '如果只带一台，我会选第一台：轻，而且可以免押。',
      'If you take only one, I would take the first: it is light, and its deposit can be waived.',
    ]),
    reason: say(['390 克，夜里噪点少', 'light: 390 g, and clean at night']),
    other: say(['便宜一半，自带电池', 'half the price, with a battery']),
    third: say(['露营过夜也用得上', 'useful for the night outdoors too']),
    status: say(['正在 312 台相机里找…', 'Looking through 312 cameras…']),
    shop: say(['山野租赁', 'Fieldhouse']),
    greeting: say(['你好，想租点什么去山里？', 'What are you taking outdoors?']),
    starters: [
      say(['去西藏拍星空带什么相机', 'A camera for stars in Tibet']),
      say(['三个人露营要租哪些', 'Camping kit for three']),
      say(['年会用的投影仪', 'A projector for the party']),
    ],
  };
}
