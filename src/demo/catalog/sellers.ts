import type { Bi } from './bilingual.ts';
import type { DemoType } from './demo-type.ts';

interface Certification {
  readonly name: Bi;
  readonly covers: Bi;
  /** Types it is about; everything the seller offers when absent. */
  readonly of?: readonly DemoType[];
}
interface Seller {
  readonly name: Bi;
  readonly location: Bi;
  readonly since: number;
  readonly regions: 'mainland' | 'mainland_hk' | 'east' | 'cities';
  readonly days: readonly [min: number, max: number];
  readonly certifications: readonly Certification[];
}

const audioVideo: Certification = {
  name: ['CCC 强制性产品认证', 'CCC compulsory certification'],
  covers: ['音视频设备与电源适配器', 'audio and video equipment and power adapters'],
};

/** Who sells and lets; each works from one town and states what it is certified for. One has no certificates, and says so by silence. */
export const sellers = {
  house: {
    name: ['提灯铺自营', 'Lanternby'],
    location: ['上海', 'Shanghai'],
    since: 2016,
    regions: 'mainland',
    days: [1, 3],
    certifications: [
      {
        name: ['ISO 9001 质量管理体系', 'ISO 9001 quality management'],
        covers: ['租赁设备的检测、清洁与维修流程', 'checking, cleaning and repair of rental equipment'],
      },
    ],
  },
  prism: {
    name: ['棱镜影像', 'Prism House'],
    location: ['杭州', 'Hangzhou'],
    since: 2013,
    regions: 'mainland_hk',
    days: [2, 4],
    certifications: [
      {
        name: ['原厂授权经销', 'Authorised dealer'],
        covers: ['曜岚、维阑相机与镜头', 'Aurel and Veyra cameras and lenses'],
        of: ['cam', 'lens'],
      },
    ],
  },
  skyward: {
    name: ['云上航拍', 'Skyward Aerial'],
    location: ['深圳', 'Shenzhen'],
    since: 2018,
    regions: 'mainland',
    days: [2, 4],
    certifications: [
      {
        name: ['民用无人机运营合格证', 'Civil drone operator certificate'],
        covers: ['无人机出租与飞行培训', 'drone rental and flight training'],
        of: ['drone'],
      },
      {
        name: ['锂电池运输鉴定', 'Lithium battery transport report'],
        covers: ['随机智能电池的陆运与空运', 'road and air transport of the flight batteries'],
        of: ['drone', 'act'],
      },
    ],
  },
  hall: {
    name: ['声光堂', 'Hall & Beam'],
    location: ['广州', 'Guangzhou'],
    since: 2011,
    regions: 'mainland',
    days: [2, 5],
    certifications: [audioVideo],
  },
  ridge: {
    name: ['山脊营地', 'Ridge Camp Supply'],
    location: ['成都', 'Chengdu'],
    since: 2015,
    regions: 'mainland',
    days: [2, 5],
    certifications: [
      {
        name: ['户外帐篷检测报告', 'Outdoor tent test report'],
        covers: ['防水、抗撕裂与阻燃', 'water column, tear strength and flame retardance'],
        of: ['tent'],
      },
      {
        name: ['燃气器具检测报告', 'Gas appliance test report'],
        covers: ['户外炉具气密与熄火保护', 'tightness and flame-out safety of camp stoves'],
        of: ['stove'],
      },
    ],
  },
  littlegrain: {
    name: ['小禾童车制造', 'Littlegrain Works'],
    location: ['宁波', 'Ningbo'],
    since: 2009,
    regions: 'mainland',
    days: [2, 4],
    certifications: [
      { name: ['CCC 强制性产品认证', 'CCC compulsory certification'], covers: ['儿童推车', 'pushchairs'], of: ['stroller'] },
      {
        name: ['GB 14748 婴幼儿推车安全', 'GB 14748 pushchair safety'],
        covers: ['刹车、锁紧与夹伤风险', 'brakes, locks and finger traps'],
        of: ['stroller'],
      },
    ],
  },
  cradlisle: {
    name: ['安屿母婴', 'Cradlisle Baby'],
    location: ['苏州', 'Suzhou'],
    since: 2012,
    regions: 'mainland_hk',
    days: [2, 4],
    certifications: [
      {
        name: ['CCC 强制性产品认证', 'CCC compulsory certification'],
        covers: ['机动车儿童乘员约束系统', 'child restraint systems for cars'],
        of: ['seat'],
      },
      {
        name: ['UN R129 (i-Size)', 'UN R129 (i-Size)'],
        covers: ['正面与侧面碰撞、按身高分组', 'front and side impact, sized by height'],
        of: ['seat'],
      },
      {
        name: ['GB 4943.1 电子产品安全', 'GB 4943.1 electronic safety'],
        covers: ['婴儿监护器与电源适配器', 'baby monitors and their adapters'],
        of: ['baby'],
      },
    ],
  },
  nappuff: {
    name: ['棉眠家纺', 'Nappuff Textiles'],
    location: ['南通', 'Nantong'],
    since: 2014,
    regions: 'mainland',
    days: [2, 4],
    certifications: [
      {
        name: ['GB 31701 婴幼儿 A 类', 'GB 31701 infant class A'],
        covers: ['甲醛、色牢度、pH 值与绳带安全', 'formaldehyde, colour fastness, pH and cords'],
        of: ['baby'],
      },
    ],
  },
  second: {
    name: ['第二轮数码', 'Second Round Digital'],
    location: ['北京', 'Beijing'],
    since: 2017,
    regions: 'mainland',
    days: [1, 3],
    certifications: [
      {
        name: ['二手商品检测规范', 'Used electronics inspection scheme'],
        covers: ['翻新机外观、电池与数据清除', 'looks, battery and data erasure of refurbished devices'],
        of: ['laptop', 'phone', 'tablet'],
      },
    ],
  },
  wendrove: {
    name: ['驰野车行', 'Wendrove Cycles'],
    location: ['天津', 'Tianjin'],
    since: 2016,
    regions: 'cities',
    days: [2, 5],
    certifications: [
      {
        name: ['CCC 强制性产品认证', 'CCC compulsory certification'],
        covers: ['电动自行车与充电器', 'electric bicycles and chargers'],
        of: ['ebike'],
      },
      {
        name: ['GB 17761 电动自行车安全', 'GB 17761 e-bike safety'],
        covers: ['车速、制动与电池防火', 'speed, brakes and battery fire safety'],
        of: ['ebike'],
      },
    ],
  },
  attic: { name: ['阁楼铺子', 'The Attic'], location: ['厦门', 'Xiamen'], since: 2021, regions: 'east', days: [3, 6], certifications: [] },
} as const satisfies Record<string, Seller>;

export type SellerKey = keyof typeof sellers;

/** Where parcels go, by the seller's reach. */
export const regions: Record<Seller['regions'], readonly Bi[]> = {
  mainland: [['中国大陆', 'Mainland China']],
  mainland_hk: [
    ['中国大陆', 'Mainland China'],
    ['香港', 'Hong Kong'],
  ],
  east: [
    ['上海', 'Shanghai'],
    ['江苏', 'Jiangsu'],
    ['浙江', 'Zhejiang'],
    ['福建', 'Fujian'],
  ],
  cities: [
    ['北京', 'Beijing'],
    ['天津', 'Tianjin'],
    ['上海', 'Shanghai'],
    ['杭州', 'Hangzhou'],
    ['广州', 'Guangzhou'],
    ['深圳', 'Shenzhen'],
    ['成都', 'Chengdu'],
  ],
};

/** The seller's record, all fields widened. */
export function sellerOf(key: SellerKey): Seller {
  return sellers[key];
}
