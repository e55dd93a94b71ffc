import type { Bi } from './bilingual.ts';

interface Fact {
  readonly label: Bi;
  /** The usual unit; a type of thing may state another (a tent in kg, a camera in g). */
  readonly unit?: string;
}

/** Every attribute the catalogue states. Numbers are plain; what they count is in the unit or the label. */
export const facts = {
  weight: { label: ['重量', 'Weight'], unit: 'g' },
  sensor: { label: ['传感器', 'Sensor'] },
  megapixels: { label: ['像素', 'Megapixels'], unit: 'MP' },
  iso_max: { label: ['最高感光度 (ISO)', 'Highest ISO'] },
  shots: { label: ['续航张数', 'Shots per charge'] },
  video: { label: ['视频规格', 'Video'] },
  burst_rate: { label: ['连拍速度', 'Burst rate'], unit: 'fps' },
  mount: { label: ['卡口', 'Mount'] },
  focal_length: { label: ['焦距', 'Focal length'], unit: 'mm' },
  focal_min: { label: ['最短焦距', 'Shortest focal length'], unit: 'mm' },
  focal_max: { label: ['最长焦距', 'Longest focal length'], unit: 'mm' },
  aperture: { label: ['最大光圈 (f 值)', 'Largest aperture (f-number)'] },
  filter: { label: ['滤镜口径', 'Filter thread'], unit: 'mm' },
  closest: { label: ['最近对焦距离', 'Closest focus'], unit: 'cm' },
  depth_rating: { label: ['防水深度', 'Waterproof to'], unit: 'm' },
  battery_life: { label: ['续航时间', 'Battery life'], unit: 'min' },
  flight_time: { label: ['单块电池飞行时间', 'Flight time per battery'], unit: 'min' },
  transmission_range: { label: ['图传距离', 'Transmission range'], unit: 'km' },
  wind_resistance: { label: ['抗风等级', 'Wind resistance (level)'] },
  batteries: { label: ['随附电池', 'Batteries included'] },
  brightness: { label: ['亮度', 'Brightness'], unit: 'lm' },
  resolution: { label: ['分辨率', 'Picture resolution'] },
  throw_ratio: { label: ['投射比', 'Throw ratio'] },
  noise: { label: ['噪音', 'Noise'], unit: 'dB' },
  light_source: { label: ['光源', 'Light source'] },
  ports: { label: ['接口', 'Ports'] },
  audience_size: { label: ['适合人数', 'Suits up to (people)'] },
  ratio: { label: ['画幅比例', 'Aspect ratio'] },
  gain: { label: ['增益', 'Gain'] },
  setup_time: { label: ['搭建时间', 'Setup time'], unit: 'min' },
  power: { label: ['功率', 'Power'], unit: 'W' },
  loudness: { label: ['最大声压', 'Maximum sound level'], unit: 'dB' },
  water_rating: { label: ['防护等级', 'Protection class'] },
  channels: { label: ['麦克风数量', 'Microphones'] },
  wireless_range: { label: ['无线距离', 'Wireless range'], unit: 'm' },
  cable_length: { label: ['线长', 'Cable length'], unit: 'm' },
  max_load: { label: ['承重', 'Load'], unit: 'kg' },
  max_height: { label: ['最高高度', 'Greatest height'], unit: 'cm' },
  folded_length: { label: ['收纳长度', 'Folded length'], unit: 'cm' },
  steps: { label: ['节数', 'Leg sections'] },
  cri: { label: ['显色指数', 'CRI'] },
  capacity_people: { label: ['可住人数', 'Sleeps (people)'] },
  season_rating: { label: ['季节', 'Season rating'] },
  hydrostatic: { label: ['防水指数', 'Water column'], unit: 'mm' },
  inner_height: { label: ['内部高度', 'Inner height'], unit: 'cm' },
  floor_area: { label: ['内帐面积', 'Floor area'], unit: 'm²' },
  material: { label: ['材质', 'Material'] },
  comfort_temp: { label: ['舒适温度', 'Comfort temperature'], unit: '°C' },
  limit_temp: { label: ['极限温度', 'Limit temperature'], unit: '°C' },
  fill: { label: ['填充', 'Filling'] },
  heat_output: { label: ['火力', 'Heat output'], unit: 'W' },
  fuel: { label: ['燃料', 'Fuel'] },
  boil_time: { label: ['烧开 1 升水', 'Boils 1 litre in'], unit: 'min' },
  battery: { label: ['电池容量', 'Battery capacity'], unit: 'Wh' },
  recharge: { label: ['充满时间', 'Full recharge'], unit: 'h' },
  screen_size: { label: ['屏幕尺寸', 'Screen size'], unit: 'in' },
  refresh_rate: { label: ['刷新率', 'Refresh rate'], unit: 'Hz' },
  ram: { label: ['内存', 'Memory'], unit: 'GB' },
  storage: { label: ['存储', 'Storage'], unit: 'GB' },
  processor: { label: ['处理器', 'Processor'] },
  graphics: { label: ['显卡', 'Graphics'] },
  battery_charge: { label: ['电池', 'Battery'], unit: 'mAh' },
  camera_mp: { label: ['主摄像素', 'Main camera'], unit: 'MP' },
  charging_power: { label: ['充电功率', 'Charging power'], unit: 'W' },
  folded_size: { label: ['折叠尺寸', 'Folded size'] },
  age_from: { label: ['起始月龄', 'From age (months)'] },
  age_to: { label: ['最大月龄', 'Up to age (months)'] },
  child_weight: { label: ['适用体重上限', 'Child weight up to'], unit: 'kg' },
  wheels: { label: ['车轮', 'Wheels'] },
  install: { label: ['安装方式', 'Fixing'] },
  standard: { label: ['执行标准', 'Standard'] },
  tog: { label: ['保暖值 (TOG)', 'Warmth (TOG)'] },
  room_temp: { label: ['适合室温', 'For rooms from'], unit: '°C' },
  monitor_range: { label: ['传输距离', 'Range'], unit: 'm' },
  range: { label: ['续航里程', 'Riding range'], unit: 'km' },
  motor: { label: ['电机功率', 'Motor'], unit: 'W' },
  torque: { label: ['扭矩', 'Torque'], unit: 'N·m' },
  top_speed: { label: ['最高时速', 'Top speed'], unit: 'km/h' },
  brakes: { label: ['刹车', 'Brakes'] },
  wheel_size: { label: ['轮径', 'Wheel size'], unit: 'in' },
  prints: { label: ['相纸规格', 'Print size'] },
  connector: { label: ['接头', 'Connectors'] },
  pattern: { label: ['指向', 'Pick-up pattern'] },
  rooms: { label: ['隔间', 'Rooms'] },
  setup: { label: ['搭建方式', 'Pitching'] },
  pen: { label: ['手写笔', 'Pen'] },
  network: { label: ['网络', 'Network'] },
  seat_positions: { label: ['靠背档位', 'Recline positions'] },
  camera_view: { label: ['监护器画质', 'Camera picture'] },
  included: { label: ['包含', 'In the box'] },
} as const satisfies Record<string, Fact>;

export type FactKey = keyof typeof facts;
/** A stated value: a number, a yes or no, a text in both languages, or one spelling for both. */
export type FactValue = number | boolean | string | Bi;
export type Facts = Partial<Record<FactKey, FactValue>>;

/** The unit a fact is stated in unless its type says another. */
export function unitOf(key: FactKey): string | undefined {
  const fact: Fact = facts[key];
  return fact.unit;
}
