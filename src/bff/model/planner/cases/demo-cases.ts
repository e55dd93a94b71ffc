import { type Case, number, salePrice } from './case.ts';
import { daily, feature, noDeposit, rental, rents, sale, sells, stated, type, use } from './checks.ts';

const camera = type('相机', 'camera');
const projector = type('投影仪', 'projector');
const drone = type('无人机', 'drone');
const tent = type('帐篷', 'tent');
const phone = type('手机', 'phone');
const ebike = type('电动自行车', 'e-bike');

/** Requests in the words of the mission's shoppers, over the demo shop. */
export const demoZhCases: readonly Case[] = [
  { say: '想租个相机', cards: [camera, rents], asks: true },
  { say: '能拍星空的相机，要轻一点', cards: [camera, use('星空')], order: number('weight') },
  { say: '公司年会60人用的投影仪，租三天', cards: [projector, use('年会'), stated('audience_size', { min: 60 }), rental(3)] },
  { say: '大疆无人机', nothing: true },
  { say: '飞得久的无人机，免押', cards: [drone, noDeposit], order: number('flight_time', -1) },
  { say: '帐篷 三四个人住，防水', cards: [tent, feature('防水'), stated('capacity_people', { min: 3, max: 4 })] },
  { say: '100块以内的帐篷', said: /没有卖的帐篷，可以租/ },
  { say: '5000以内的手机', cards: [phone, sale({ max: 5000 })] },
  { say: '最便宜的镜头', cards: [type('镜头'), sells], order: salePrice },
  { say: '长焦镜头', cards: [type('镜头'), feature('长焦')] },
  { say: '电动车 续航80公里以上', cards: [ebike, stated('range', { min: 80 })] },
  { say: '一天100以内的投影仪', cards: [projector, daily(100)] },
  { say: '婴儿推车，可登机', cards: [type('推车'), feature('可登机')] },
  { say: ['想租个相机', '一天100以内', '换一批'], cards: [camera, daily(100)], fresh: true },
  { say: '洗衣机', nothing: true, said: /没有/ },
  { say: '带娃露营用什么好', asks: true },
];

export const demoEnCases: readonly Case[] = [
  { say: 'I need a camera', cards: [camera], asks: true },
  { say: 'quietest projector to rent under 150 per day', cards: [projector, daily(150)], order: number('noise') },
  {
    say: 'a drone I can rent for a week, no deposit, at least 30 min of flight time',
    cards: [drone, noDeposit, rental(7), stated('flight_time', { min: 30 })],
  },
  { say: 'e-bike with the longest range', cards: [ebike], said: /riding range/ },
  { say: 'phone with a big battery', cards: [phone] },
  { say: 'waterproof tent for 4 people', cards: [tent, feature('waterproof'), stated('capacity_people', { min: 4 })] },
  { say: 'camera for stargazing under 10000', cards: [camera, use('stargazing'), sale({ max: 10000 })] },
  { say: 'dishwasher', nothing: true },
  { say: ['rent a camera', 'cheaper'], cards: [camera, rents], fresh: true },
];
