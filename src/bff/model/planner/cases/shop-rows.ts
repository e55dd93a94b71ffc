// The small shop's table: what is in it, one row a thing.

export type Two = readonly [zh: string, en: string];

/** One row of the small shop that the planner's rules are tested on; amounts in whole yuan. */
export interface Row {
  readonly id: string;
  readonly type: readonly Two[];
  readonly brand: string;
  readonly model: string;
  readonly sale?: number;
  /** Yuan a day. */
  readonly rent?: number;
  readonly deposit?: number;
  readonly waivable?: boolean;
  readonly color: Two;
  readonly facts: Readonly<Record<string, number>>;
  readonly features: readonly Two[];
  readonly uses: readonly Two[];
  readonly rating?: number;
}

const camera: Two[] = [
  ['影像', 'Imaging'],
  ['相机', 'Camera'],
];
const action: Two[] = [
  ['影像', 'Imaging'],
  ['运动相机', 'Action camera'],
];
const projector: Two[] = [
  ['影像', 'Imaging'],
  ['投影仪', 'Projector'],
];
const tent: Two[] = [
  ['露营', 'Camping'],
  ['帐篷', 'Tent'],
];
const speaker: Two[] = [
  ['音频', 'Audio'],
  ['音箱', 'Speaker'],
];
const laptop: Two[] = [
  ['电脑', 'Computers'],
  ['笔记本电脑', 'Laptop'],
];
const black: Two = ['黑色', 'black'];
const silver: Two = ['银色', 'silver'];
const white: Two = ['白色', 'white'];
const green: Two = ['绿色', 'green'];
const lowLight: Two = ['夜景', 'low light'];
const light: Two = ['轻便', 'lightweight'];
const waterproof: Two = ['防水', 'waterproof'];
const wireless: Two = ['无线', 'wireless'];
const travel: Two = ['旅行', 'travel'];
const vlog: Two = ['拍 Vlog', 'vlogging'];
const stars: Two = ['星空', 'stargazing'];
const office: Two = ['办公', 'office'];
const party: Two = ['年会', 'annual party'];
const camping: Two = ['露营', 'camping'];

/** Cameras are many, so that a wish for one is too wide. */
export const rows: readonly Row[] = [
  ...Array.from({ length: 14 }, (_, at): Row => {
    const brands = ['Solvik', 'Aurel', 'Canvia'];
    return {
      id: `cam-${at + 1}`,
      type: camera,
      brand: brands[at % 3] ?? 'Solvik',
      model: `R${at + 1}`,
      sale: 2000 + at * 500,
      rent: 60 + at * 10,
      deposit: 1000 + at * 200,
      waivable: at % 2 === 0,
      color: at % 4 === 0 ? silver : black,
      facts: { weight: 300 + at * 40 },
      features: [...(at % 2 === 0 ? [lowLight] : []), ...(at < 5 ? [light] : [])],
      uses: at % 3 === 0 ? [travel] : at % 3 === 1 ? [vlog] : [stars],
      rating: 4 + (at % 10) / 10,
    };
  }),
  {
    id: 'act-1',
    type: action,
    brand: 'Aurel',
    model: 'Go 3',
    sale: 1999,
    rent: 30,
    deposit: 500,
    waivable: true,
    color: black,
    facts: { weight: 150, battery_life: 2 },
    features: [waterproof, light],
    uses: [travel],
    rating: 4.6,
  },
  {
    id: 'act-2',
    type: action,
    brand: 'Canvia',
    model: 'Splash',
    sale: 1499,
    color: white,
    facts: { weight: 170 },
    features: [waterproof],
    uses: [vlog],
    rating: 4.1,
  },
  {
    id: 'pro-1',
    type: projector,
    brand: 'Lumo',
    model: 'P1',
    sale: 3999,
    rent: 90,
    deposit: 2000,
    waivable: true,
    color: white,
    facts: { brightness: 900, noise: 26, weight: 2100 },
    features: [wireless],
    uses: [camping],
    rating: 4.5,
  },
  {
    id: 'pro-2',
    type: projector,
    brand: 'Lumo',
    model: 'P4 Pro',
    sale: 8999,
    rent: 260,
    deposit: 5000,
    color: black,
    facts: { brightness: 4200, noise: 32, weight: 5200 },
    features: [wireless],
    uses: [party, office],
    rating: 4.8,
  },
  {
    id: 'pro-3',
    type: projector,
    brand: 'Beamly',
    model: 'B2',
    sale: 2599,
    rent: 55,
    deposit: 1200,
    waivable: true,
    color: white,
    facts: { brightness: 600, noise: 24, weight: 1300 },
    features: [],
    uses: [camping],
    rating: 4.2,
  },
  {
    id: 'pro-4',
    type: projector,
    brand: 'Beamly',
    model: 'B6',
    sale: 6299,
    rent: 180,
    deposit: 3600,
    color: black,
    facts: { brightness: 3000, noise: 30, weight: 4100 },
    features: [wireless],
    uses: [office],
    rating: 4.4,
  },
  {
    id: 'ten-1',
    type: tent,
    brand: 'Tallgrass',
    model: 'Nest 2',
    sale: 899,
    rent: 25,
    deposit: 300,
    waivable: true,
    color: green,
    facts: { weight: 1900, capacity_people: 2 },
    features: [waterproof, light],
    uses: [camping],
    rating: 4.7,
  },
  {
    id: 'ten-2',
    type: tent,
    brand: 'Tallgrass',
    model: 'Lodge 6',
    sale: 2699,
    rent: 70,
    deposit: 900,
    color: green,
    facts: { weight: 11000, capacity_people: 6 },
    features: [waterproof],
    uses: [camping],
    rating: 4.3,
  },
  {
    id: 'ten-3',
    type: tent,
    brand: 'Fernhill',
    model: 'Dome 4',
    sale: 1399,
    rent: 40,
    deposit: 500,
    waivable: true,
    color: white,
    facts: { weight: 6500, capacity_people: 4 },
    features: [],
    uses: [camping],
    rating: 4.0,
  },
  {
    id: 'spk-1',
    type: speaker,
    brand: 'Boomly',
    model: 'S1',
    sale: 499,
    rent: 12,
    deposit: 0,
    color: black,
    facts: { power: 20, battery_life: 12, weight: 600 },
    features: [wireless, waterproof],
    uses: [camping],
    rating: 4.4,
  },
  {
    id: 'spk-2',
    type: speaker,
    brand: 'Boomly',
    model: 'Party 300',
    sale: 2499,
    rent: 65,
    deposit: 800,
    waivable: true,
    color: black,
    facts: { power: 300, battery_life: 8, weight: 14000 },
    features: [wireless],
    uses: [party],
    rating: 4.6,
  },
  {
    id: 'lap-1',
    type: laptop,
    brand: 'Quill',
    model: 'Air 14',
    sale: 6999,
    rent: 45,
    deposit: 4000,
    waivable: true,
    color: silver,
    facts: { screen_size: 14, memory: 16, weight: 1190, battery_life: 15 },
    features: [light],
    uses: [office],
    rating: 4.7,
  },
  {
    id: 'lap-2',
    type: laptop,
    brand: 'Quill',
    model: 'Pro 16',
    sale: 12999,
    rent: 95,
    deposit: 8000,
    color: black,
    facts: { screen_size: 16, memory: 32, weight: 2150, battery_life: 10 },
    features: [],
    uses: [office],
    rating: 4.5,
  },
  {
    id: 'lap-3',
    type: laptop,
    brand: 'Norde',
    model: 'N15',
    sale: 4599,
    color: silver,
    facts: { screen_size: 15.6, memory: 8, weight: 1700, battery_life: 7 },
    features: [],
    uses: [office],
    rating: 3.9,
  },
];
