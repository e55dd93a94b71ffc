/** One part of a kit. */
export interface KitRole {
  /** Names of the product type, best first, in both languages; the first that the catalogue has is taken. */
  readonly types: readonly string[];
  /** How many are needed: one; one a head; one that holds everybody; as many as it takes to hold everybody. */
  readonly count: 'one' | 'each' | 'holding' | 'filling';
  /** The kit stands without it. */
  readonly extra?: true;
}

/** What belongs together for an occasion. */
export interface Kit {
  readonly title: { readonly zh: string; readonly en: string };
  /** Words that name the occasion, folded, in both languages. */
  readonly occasions: readonly string[];
  readonly roles: readonly KitRole[];
}

const one = (...types: string[]): KitRole => ({ types, count: 'one' });
const extra = (...types: string[]): KitRole => ({ types, count: 'one', extra: true });

/**
 * Kits by occasion. Edit freely: names are looked up among the catalogue's own types, and a role that a shop has no type for
 * is left out and told. The first kit of which a word is in the request is taken, so the more special ones come first.
 */
export const kits: readonly Kit[] = [
  {
    title: { zh: '露天电影套装', en: 'Outdoor cinema kit' },
    occasions: ['露天电影', '户外电影', '院子里看电影', 'outdoor cinema', 'outdoor movie', 'backyard movie', 'movie night'],
    roles: [
      { types: ['projector', '投影仪'], count: 'holding' },
      one('projection screen', '投影幕布', 'screen', '幕布'),
      { types: ['speaker', '音箱'], count: 'holding' },
      extra('video cable', '视频线', 'cable', '线材'),
    ],
  },
  {
    title: { zh: '投影套装', en: 'Projection kit' },
    occasions: [
      '投影',
      '年会',
      '发布会',
      '演示',
      '开会',
      '会议',
      '培训',
      '婚礼',
      '放映',
      'projection',
      'projector',
      'presentation',
      'annual party',
      'conference',
      'meeting',
      'wedding',
    ],
    roles: [
      { types: ['projector', '投影仪'], count: 'holding' },
      one('projection screen', '投影幕布', 'screen', '幕布'),
      { types: ['speaker', '音箱'], count: 'holding' },
      extra('microphone', '麦克风'),
      extra('video cable', '视频线', 'cable', '线材'),
    ],
  },
  {
    title: { zh: '家庭影院套装', en: 'Home cinema kit' },
    occasions: ['家庭影院', '客厅影院', 'home cinema', 'home theater', 'home theatre'],
    roles: [
      one('projector', '投影仪', 'television', '电视'),
      one('projection screen', '投影幕布'),
      one('home theater system', 'speaker', '音箱'),
    ],
  },
  {
    title: { zh: '露营套装', en: 'Camping kit' },
    occasions: ['露营', '野营', '扎营', '过夜', 'camping', 'camp', 'campsite'],
    roles: [
      { types: ['tent', '帐篷'], count: 'filling' },
      { types: ['sleeping bag', '睡袋'], count: 'each' },
      one('lantern', '露营灯'),
      extra('camping stove', '炉具'),
    ],
  },
  {
    title: { zh: '直播套装', en: 'Streaming kit' },
    occasions: ['直播', '带货', 'vlog', '短视频', '播客', 'live streaming', 'livestream', 'streaming', 'vlogging', 'podcast'],
    roles: [
      one('camera', '相机', 'camcorder', 'webcam', '摄像头'),
      one('microphone', '麦克风'),
      one('photo light', '补光灯'),
      extra('tripod', '三脚架', 'gimbal', '手持稳定器', 'stand', '支架'),
    ],
  },
  {
    title: { zh: '摄影套装', en: 'Photography kit' },
    occasions: ['摄影', '拍照', '拍摄', '星空', '人像', '旅拍', 'photography', 'photo shoot', 'stargazing', 'portrait'],
    roles: [one('camera', '相机', 'digital camera'), one('lens', '镜头'), one('tripod', '三脚架')],
  },
  {
    title: { zh: '带娃出行套装', en: 'Travelling with a baby' },
    occasions: ['带娃', '宝宝', '婴儿', '亲子', 'baby', 'infant', 'toddler', 'newborn'],
    roles: [one('stroller', '婴儿推车'), one('child car seat', '儿童安全座椅'), extra('baby carrier', '婴儿背带', 'cot', '婴儿床')],
  },
  {
    title: { zh: '办公套装', en: 'Office kit' },
    occasions: ['办公', '居家办公', '远程办公', '工位', 'home office', 'office', 'workstation', 'desk setup', 'work from home'],
    roles: [
      one('laptop', '笔记本电脑', 'desktop', '台式机'),
      extra('monitor', '显示器'),
      extra('keyboard', '键盘'),
      extra('mouse', '鼠标'),
      extra('webcam', '摄像头'),
      extra('printer', '打印机'),
      extra('speakers', '音箱'),
    ],
  },
];
