/** A unit: its dimension, and its size in the dimension's smallest table entry as an exact fraction. */
interface Unit {
  /** The symbol it is written with. */
  readonly symbol: string;
  readonly dimension: string;
  readonly factor: readonly [numerator: bigint, denominator: bigint];
}

/**
 * Every unit in one line: symbol, numerator/denominator to the dimension's base, then its other names in both languages.
 * A dot stands for the space in a name of two words. Kilo, mega and giga of bytes are decimal, as drives and phones are sold.
 */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  mass: [
    'mg 1/1000 毫克 milligram milligrams',
    'g 1 克 gram grams gramme grammes',
    'kg 1000 千克 公斤 kgs kilo kilos kilogram kilograms',
    't 1000000 吨 tonne tonnes',
    '斤 500 市斤 jin',
    '两 50',
    'lb 45359237/100000 磅 lbs pound pounds',
    'oz 45359237/1600000 盎司 ounce ounces',
  ],
  length: [
    'µm 1/1000 微米 um micron microns',
    'mm 1 毫米 millimeter millimeters millimetre millimetres',
    'cm 10 厘米 公分 centimeter centimeters centimetre centimetres',
    'dm 100 分米',
    'm 1000 米 meter meters metre metres',
    'km 1000000 千米 公里 kilometer kilometers kilometre kilometres',
    'in 254/10 英寸 吋 寸 inch inches " ″ ”',
    'ft 3048/10 英尺 foot feet',
  ],
  power: [
    'mW 1/1000 毫瓦',
    'W 1 瓦 瓦特 watt watts',
    'kW 1000 千瓦 kilowatt kilowatts',
    'hp 74569987158227022/100000000000000 马力 horsepower',
  ],
  apparent_power: ['VA 1 伏安 volt-amperes', 'kVA 1000 千伏安'],
  energy: ['Wh 1 瓦时 watt-hour watt-hours', 'kWh 1000 千瓦时 度电 kilowatt-hour kilowatt-hours'],
  charge: ['mAh 1 毫安时 毫安 milliamp-hours', 'Ah 1000 安时 amp-hours'],
  voltage: ['mV 1/1000 毫伏', 'V 1 伏 伏特 volt volts', 'kV 1000 千伏'],
  current: ['mA 1/1000', 'A 1 安培 amp amps ampere amperes'],
  data: [
    'B 1 字节 byte bytes',
    'KB 1000 kilobyte kilobytes',
    'MB 1000000 M 兆 megabyte megabytes',
    'GB 1000000000 G gigabyte gigabytes gig gigs',
    'TB 1000000000000 T terabyte terabytes',
  ],
  data_rate: ['kbps 1000', 'Mbps 1000000 Mb/s 兆每秒', 'Gbps 1000000000 Gb/s'],
  frequency: ['Hz 1 赫兹 赫 hertz', 'kHz 1000 千赫 千赫兹', 'MHz 1000000 兆赫 兆赫兹', 'GHz 1000000000 吉赫 吉赫兹'],
  sound: ['dB 1 分贝 dBA dB(A) decibel decibels'],
  volume: [
    'ml 1 毫升 cc milliliter milliliters millilitre millilitres',
    'L 1000 升 liter liters litre litres',
    'gal 473176473/125000 加仑 gallon gallons',
    'fl_oz 473176473/16000000 fl.oz 液量盎司',
    'cu_ft 442450728/15625 cu·ft cuft cu·feet cubic·feet cubic·foot 立方英尺',
  ],
  time: [
    'ns 1/1000000 纳秒 nanosecond nanoseconds',
    'µs 1/1000 微秒 us',
    'ms 1 毫秒 millisecond milliseconds',
    's 1000 秒 秒钟 sec secs second seconds',
    'min 60000 分钟 mins minute minutes',
    'h 3600000 小时 个小时 hr hrs hour hours',
    'd 86400000 天 日 day days',
    'wk 604800000 周 个星期 星期 week weeks',
    'mo 2592000000 个月 月 month months',
    'yr 31536000000 年 year years',
  ],
  luminous_flux: ['lm 1 流明 lumen lumens ANSI流明'],
  luminance: ['nit 1 尼特 nits cd/m2 cd/m²'],
  pixels: ['px 1 像素 pixel pixels', '万像素 10000', 'MP 1000000 百万像素 megapixel megapixels'],
  resolution: ['dpi 1 DPI', 'ppi 1 PPI'],
  rotation: ['rpm 1 转/分 转每分 r/min'],
  speed: ['km/h 1000/3600 kmh 公里/小时 时速', 'm/s 1 米/秒', 'mph 1609344/3600000'],
  temperature: ['°C 1 ℃ 摄氏度 degC'],
  angle: ['° 1 度 degree degrees deg'],
  airflow: ['cfm 1 CFM'],
  ratio: ['% 1 ％ percent'],
};

const exact = new Map<string, Unit>();
const loose = new Map<string, Unit>();
for (const [dimension, lines] of Object.entries(TABLE)) {
  for (const line of lines) {
    const [symbol = '', factor = '1', ...aliases] = line.split(' ');
    const [numerator = '1', denominator = '1'] = factor.split('/');
    const unit: Unit = { symbol, dimension, factor: [BigInt(numerator), BigInt(denominator)] };
    for (const spelled of [symbol, ...aliases]) {
      const name = spelled.replaceAll('·', ' ');
      exact.set(name, unit);
      if (!loose.has(name.toLowerCase())) loose.set(name.toLowerCase(), unit);
    }
  }
}

/** Case first as written (`G` is giga, `g` gram), then any case (`KG`, `mah`). */
function find(name: string): Unit | undefined {
  const plain = name.normalize('NFKC').trim();
  return exact.get(name.trim()) ?? exact.get(plain) ?? loose.get(plain.toLowerCase());
}

/** The symbol a unit is written with: `英寸` and `Inches` are `in`. Undefined for what is no known unit. */
export function unitSymbol(name: string): string | undefined {
  return find(name)?.symbol;
}

/** Whether a number in one unit can be told in the other. */
export function sameDimension(one: string, other: string): boolean {
  const dimension = find(one)?.dimension;
  return dimension !== undefined && dimension === find(other)?.dimension;
}

/** A finite number as an exact fraction of its shortest decimal text: 0.1 is one tenth. */
function fraction(value: number): [bigint, bigint] {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return power >= 0 ? [digits * 10n ** BigInt(power), 1n] : [digits, 10n ** BigInt(-power)];
}

/** Digits kept past the first one: more than a double can hold, so that rounding happens once, at the end. */
const PRECISION = 25;

function toNumber(numerator: bigint, denominator: bigint): number {
  const sign = numerator < 0n ? -1 : 1;
  const size = numerator < 0n ? -numerator : numerator;
  const shift = Math.max(0, PRECISION + denominator.toString().length - size.toString().length);
  return sign * Number(`${(size * 10n ** BigInt(shift)) / denominator}e-${shift}`);
}

/**
 * A number told in another unit, by exact fractions: 5.5 in is 139.7 mm and not 139.70000000000002.
 * @returns null when a unit is unknown, the two measure different things, or the value is not finite.
 */
export function convert(value: number, from: string, to: string): number | null {
  const source = find(from);
  const target = find(to);
  if (!source || !target || source.dimension !== target.dimension || !Number.isFinite(value)) return null;
  if (source === target) return value;
  const [numerator, denominator] = fraction(value);
  return toNumber(numerator * source.factor[0] * target.factor[1], denominator * source.factor[1] * target.factor[0]);
}

/** Longest number that another unit is worth telling in: nobody writes 0.000002 km. */
const WRITTEN = 7;

/** A quantity in every other unit of its dimension in which it is a number one would write: 1 TB is 1000 GB. */
export function sameQuantities({ value, unit }: { value: number; unit: string }): { value: number; unit: string }[] {
  const own = find(unit);
  if (!own) return [];
  return [...new Set(exact.values())]
    .filter((other) => other.dimension === own.dimension && other !== own)
    .flatMap((other) => {
      const told = convert(value, unit, other.symbol);
      return told !== null && String(told).length <= WRITTEN && !String(told).includes('e') ? [{ value: told, unit: other.symbol }] : [];
    });
}

/**
 * A text that is one number with one known unit: `"4GB"`, `"5.5 英寸"`, `"1,500 mAh"`.
 * @returns null for anything else, such as `"1920*1080"` or `"4核"`.
 */
export function parseQuantity(text: string): { value: number; unit: string } | null {
  const match = /^([+-]?\d[\d,]*(?:\.\d+)?)\s*(\D.{0,20})$/u.exec(text.normalize('NFKC').trim());
  const unit = match?.[2] === undefined ? undefined : unitSymbol(match[2]);
  if (!match?.[1] || unit === undefined) return null;
  const value = Number(match[1].replaceAll(',', ''));
  return Number.isFinite(value) ? { value, unit } : null;
}
