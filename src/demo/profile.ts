import { readFileSync } from 'node:fs';
import { parseSynonyms } from '../bff/catalog/synonyms/file.ts';
import type { ShopProfile } from '../bff/config.ts';

/** What the demo shop says about itself: a house of our invention that lets and sells picture, sound and outdoor gear. */
export const demoProfile: ShopProfile = {
  name: { zh: '提灯铺', en: 'Lanternby' },
  currency: 'CNY',
  time_zone: 'Asia/Shanghai',
  default_locale: 'zh-CN',
  greeting: {
    zh: '你好，我是提灯铺的选购顾问。想租还是想买？说说用在哪儿、用几天，我帮你挑三样比一比。',
    en: 'Hello, I am the adviser of Lanternby. Renting or buying? Tell me what it is for and for how long, and I will line up a few good choices.',
  },
  starter_questions: {
    zh: [
      '想租一台轻便的相机，拍十天星空',
      '300 人的年会，租哪款投影仪？',
      '周末露营，想租三个人住的帐篷',
      '给新生儿买安全座椅，要能反向安装',
    ],
    en: [
      'A light camera to rent for ten days of stargazing',
      'A projector for an annual party of 300',
      'A tent to rent for the weekend that sleeps three',
      'A rear-facing car seat for a newborn',
    ],
  },
  tone: 'Warm, plain and brief, like a good shop assistant.',
  contact: 'mailto:hello@lanternby.example',
  privacy: '/privacy',
  blocked_items: [],
  synonyms: parseSynonyms(readFileSync(new URL('synonyms.txt', import.meta.url), 'utf8')),
};
