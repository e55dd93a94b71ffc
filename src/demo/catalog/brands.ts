import type { Language } from '../../protocol/locale.ts';

/** Makers, all of our own invention. */
export const brands = {
  aurel: { zh: '曜岚', latin: 'Aurel' },
  veyra: { zh: '维阑', latin: 'Veyra' },
  halcyn: { zh: '翠影', latin: 'Halcyn' },
  noxvane: { zh: '夜航', latin: 'Noxvane' },
  kestrin: { zh: '隼目', latin: 'Kestrin' },
  skorra: { zh: '云翎', latin: 'Skorra' },
  driftal: { zh: '浮屿', latin: 'Driftal' },
  steadmont: { zh: '稳岳', latin: 'Steadmont' },
  lumisol: { zh: '澄光', latin: 'Lumisol' },
  beamora: { zh: '幕间', latin: 'Beamora' },
  plainvue: { zh: '素幕', latin: 'Plainvue' },
  echovale: { zh: '鸣谷', latin: 'Echovale' },
  sonderly: { zh: '弦外', latin: 'Sonderly' },
  murmora: { zh: '低语', latin: 'Murmora' },
  linkmoor: { zh: '衔川', latin: 'Linkmoor' },
  pinefold: { zh: '松褶', latin: 'Pinefold' },
  farlea: { zh: '远麓', latin: 'Farlea' },
  glimmerfir: { zh: '萤杉', latin: 'Glimmerfir' },
  downmere: { zh: '暖原', latin: 'Downmere' },
  zephirel: { zh: '霁思', latin: 'Zephirel' },
  inkstane: { zh: '墨砚', latin: 'Inkstane' },
  telarin: { zh: '遥歌', latin: 'Telarin' },
  orveli: { zh: '晴汀', latin: 'Orveli' },
  littlegrain: { zh: '小禾', latin: 'Littlegrain' },
  cradlisle: { zh: '安屿', latin: 'Cradlisle' },
  nappuff: { zh: '棉眠', latin: 'Nappuff' },
  wendrove: { zh: '驰野', latin: 'Wendrove' },
  lightrut: { zh: '轻辙', latin: 'Lightrut' },
} as const satisfies Record<string, { zh: string; latin: string }>;

export type BrandKey = keyof typeof brands;

/** A maker's name as an item of that language states it: both spellings in Chinese, so that either finds it. */
export function brandName(key: BrandKey, language: Language): string {
  const { zh, latin } = brands[key];
  return language === 'zh' ? `${zh}（${latin}）` : latin;
}
