/** A name in English and Chinese. */
export type Name = readonly [en: string, zh: string];

/** Kinds of things: path, its figures as `key unit low high`, and the least and greatest price in major units. */
export const TYPES: readonly {
  readonly path: readonly Name[];
  readonly figures: readonly string[];
  readonly price: readonly [number, number];
}[] = `Electronics=电子|Camera=相机|megapixels MP 12 61|weight g 240 990|3000 30000
Electronics=电子|Laptop=笔记本电脑|screen_size in 11 18|storage GB 128 4000|2500 26000
Electronics=电子|Phone=手机|storage GB 64 1000|battery mAh 3000 7000|900 11000
Electronics=电子|Tablet=平板电脑|screen_size in 8 14|storage GB 32 1000|800 9000
Electronics=电子|Speaker=音箱|power W 5 1200|weight g 200 9000|80 6000
Electronics=电子|Headphones=耳机|battery_life h 4 80|weight g 5 400|60 4000
Electronics=电子|Projector=投影仪|brightness lm 150 9000|noise dB 20 38|700 20000
Electronics=电子|Monitor=显示器|screen_size in 20 49|refresh_rate Hz 60 360|500 9000
Computer parts=电脑配件|Power supply=电源|wattage W 300 1600|noise dB 12 35|150 2800
Computer parts=电脑配件|Graphics card=显卡|memory GB 4 32|length mm 160 350|900 19000
Computer parts=电脑配件|Internal drive=硬盘|capacity GB 120 20000|cache MB 16 2000|100 4000
Home=家居|Vacuum cleaner=吸尘器|power W 60 2200|noise dB 55 80|200 5000
Home=家居|Coffee machine=咖啡机|volume L 1 4|power W 600 1800|200 9000
Home=家居|Rice cooker=电饭煲|volume L 1 6|power W 300 1500|90 2500
Home=家居|Desk lamp=台灯|brightness lm 200 1600|power W 3 24|40 900
Outdoors=户外|Tent=帐篷|weight g 900 16000|capacity  1 8|200 6000
Outdoors=户外|Sleeping bag=睡袋|weight g 500 2600|length cm 120 220|90 2200
Outdoors=户外|Backpack=背包|volume L 10 90|weight g 300 2800|80 1900
Baby=母婴|Stroller=婴儿推车|weight g 4000 16000|max_load kg 9 25|300 7000
Mobility=出行|E-bike=电动自行车|range km 25 160|motor W 200 500|1800 19000`
  .split('\n')
  .map((line) => {
    const [top = '', leaf = '', ...rest] = line.split('|');
    const [low = 1, high = 2] = (rest.pop() ?? '').split(' ').map(Number);
    return { path: [top, leaf].map(nameOf), figures: rest, price: [low, high] };
  });

const names = (list: string): Name[] => list.split('|').map(nameOf);
function nameOf(pair: string): Name {
  const [en = '', zh = en] = pair.split('=');
  return [en, zh];
}

export const FEATURES = names(
  'waterproof=防水|foldable=可折叠|lightweight=轻便|quiet=静音|fast charging=快充|Bluetooth=蓝牙|long battery life=长续航|adjustable=可调节|machine washable=可机洗|weather-sealed=防尘防滴|compact=小巧|wireless=无线|USB-C charging=USB-C 充电|high refresh rate=高刷新率',
);
export const USES = names(
  'travel=旅行|camping=露营|office work=办公|gaming=游戏|weddings=婚礼|stargazing=星空|commuting=通勤|study=上课|live streaming=直播|hiking=徒步|meetings=会议|parties=聚会',
);
export const COLORS = names(
  'Black=黑色|White=白色|Silver=银色|Graphite=石墨灰|Navy=藏青色|Red=红色|Green=绿色|Cream=奶油色|Pink=粉色|Sky blue=天蓝色',
);
export const SERIES = names(
  'Pro=专业版|Air=轻薄版|Max=旗舰版|Lite=青春版|Plus=加强版|Mini=迷你版|Ultra=至尊版|Classic=经典版|Studio=工作室版|Home=家用版',
);
export const LABELS: Readonly<Record<string, string>> = {
  megapixels: '像素',
  weight: '重量',
  screen_size: '屏幕尺寸',
  storage: '存储',
  battery: '电池容量',
  power: '功率',
  battery_life: '续航时间',
  brightness: '亮度',
  noise: '噪音',
  refresh_rate: '刷新率',
  wattage: '额定功率',
  memory: '显存',
  length: '长度',
  capacity: '容量',
  cache: '缓存',
  volume: '容积',
  max_load: '承重',
  range: '续航里程',
  motor: '电机功率',
};
/** Syllables that brand names are made of, in both languages. */
export const SYLLABLES = names(
  'lu=露|mo=墨|ra=岚|ven=文|tor=拓|sil=思|bel=贝|kan=康|dor=朵|fen=芬|gra=格|hal=海|jin=金|lin=林|mar=玛|nor=诺|pel=佩|qui=奎|ro=罗|sa=莎|tan=坦|vi=维|wen=温|yu=宇|zo=佐',
);
