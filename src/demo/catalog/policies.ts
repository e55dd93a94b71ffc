import type { Bi } from './bilingual.ts';

/** What the shop promises. The type is the same in both languages; the knowledge passages explain each one. */
export const policies = {
  authentic: {
    label: ['正品保障', 'Authentic goods'],
    description: ['渠道可查，假一赔三。', 'Traceable to the maker; three times the price back if it is not genuine.'],
  },
  return_7d: {
    label: ['7 天无理由退货', '7-day return'],
    description: [
      '签收后 7 天内，商品完好、配件齐全即可退货。',
      'Return it within 7 days of delivery, complete and undamaged, for any reason.',
    ],
  },
  warranty_1y: {
    label: ['一年质保', '1-year warranty'],
    description: ['自签收起一年内，性能故障免费维修。', 'Faults are repaired free for one year from delivery.'],
  },
  warranty_2y: {
    label: ['两年质保', '2-year warranty'],
    description: ['自签收起两年内，性能故障免费维修。', 'Faults are repaired free for two years from delivery.'],
  },
  damage_waiver: {
    label: ['免赔保障', 'Damage waiver'],
    description: [
      '日常使用中的轻微磕碰和划痕不用赔，需在下单时加购。',
      'Small knocks and scratches from normal use cost nothing extra; added when ordering.',
    ],
  },
  term_quality_cover: {
    label: ['租期质保', 'Quality cover for the term'],
    description: [
      '租期内非人为故障免费维修或更换同级设备。',
      'A fault that is not your doing is repaired, or the unit replaced, at no charge for the whole term.',
    ],
  },
  deposit_free: {
    label: ['可免押', 'Deposit can be waived'],
    description: ['满足条件即可免押金，条件见报价。', 'No deposit for shoppers who meet the condition stated with the offer.'],
  },
  free_return_shipping: {
    label: ['往返包邮', 'Shipping both ways included'],
    description: ['租用时寄出和归还的运费由店铺承担。', 'The shop pays for sending it out and for sending it back.'],
  },
  sanitised: {
    label: ['清洁消毒', 'Cleaned and sanitised'],
    description: ['每次租用前按流程清洗、消毒并封装。', 'Washed, sanitised and sealed before every rental.'],
  },
  spare_unit: {
    label: ['活动备机', 'Spare unit for events'],
    description: [
      '同城活动租用时，可免费备一台同级设备。',
      'For an event in the same city a second unit of the same class stands by at no charge.',
    ],
  },
  setup_service: {
    label: ['上门调试', 'On-site setup'],
    description: [
      '上海、杭州、广州、深圳可预约上门安装调试。',
      'Installation on site can be booked in Shanghai, Hangzhou, Guangzhou and Shenzhen.',
    ],
  },
  rent_to_own: {
    label: ['租满可买断', 'Rent to own'],
    description: [
      '租满约定时长后，可按报价中的买断价留下它。',
      'Once rented for the stated time, you can keep it for the buyout price of the offer.',
    ],
  },
} as const satisfies Record<string, { label: Bi; description: Bi }>;

export type PolicyKey = keyof typeof policies;
