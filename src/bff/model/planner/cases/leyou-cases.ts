import { type Case, number, salePrice } from './case.ts';
import { brand, color, notBrand, sale, says, stated, type } from './checks.ts';

const phone = type('手机');

/** Requests over `../shared/data/leyou-zh`, a catalogue the planner was not written for. */
export const leyouCases: readonly Case[] = [
  { say: '5.5英寸以上、内存4G的手机', cards: [phone, stated('screen_size', { min: 5.5 }), stated('memory', { min: 4, max: 4 })] },
  { say: '内存至少6G的手机', cards: [phone, stated('memory', { min: 6 })] },
  { say: '存储128G的手机', cards: [phone, stated('storage', { min: 128, max: 128 })] },
  { say: '华为手机', cards: [phone, brand('华为')] },
  { say: 'HUAWEI phone', cards: [phone, brand('华为')] },
  { say: '不要小米的手机', cards: [phone, notBrand('小米')] },
  { say: '有没有三千以内的华为手机', cards: [phone, brand('华为'), sale({ max: 3000 })] },
  { say: '两千到三千的手机', cards: [phone, sale({ min: 2000, max: 3000 })] },
  { say: '1500元左右的手机', cards: [phone, sale({ min: 1200, max: 1800 })] },
  { say: '三星手机', cards: [phone, brand('三星')] },
  { say: '最便宜的vivo', cards: [brand('vivo')], order: salePrice },
  { say: '金色的小米手机', cards: [phone, brand('小米'), color('金')] },
  { say: '电池4000毫安以上的小米手机，2000块以下', cards: [phone, brand('小米'), stated('battery', { min: 4000 }), sale({ max: 2000 })] },
  { say: '续航长的手机', cards: [phone], order: number('battery', -1) },
  { say: '大屏手机', cards: [phone], order: number('screen_size', -1) },
  { say: '轻一点的手机', cards: [phone], order: number('weight') },
  { say: '150克以下的手机', cards: [phone, stated('weight', { max: 150 })] },
  { say: '八核的手机 预算两千三', cards: [phone, says('cpu_cores', '八核'), sale({ max: 2300 })] },
  { say: '后置摄像头1600万像素以上的手机', cards: [phone, stated('rear_camera', { min: 1600 })] },
  { say: '手机壳', nothing: true },
  { say: '洗衣机有吗', nothing: true, said: /没有/ },
  { say: '想要手机', cards: [phone], asks: true },
  { say: ['想要手机', '华为'], cards: [phone, brand('华为')] },
  { say: ['华为手机', '再便宜点'], cards: [phone, brand('华为')], fresh: true },
  { say: ['华为手机', '换一批'], cards: [phone, brand('华为')], fresh: true },
  { say: ['手机', '要安静的'], said: /没有标注噪音/ },
  { say: '想租个手机', said: /只卖不租/ },
];
