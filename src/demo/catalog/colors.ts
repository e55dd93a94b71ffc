import type { Bi } from './bilingual.ts';

/** Colours things come in: the word in both languages, and the paint the pictures are drawn with. */
export const colors = {
  black: { name: ['黑色', 'Black'], hex: '#2b2d31' },
  graphite: { name: ['石墨灰', 'Graphite'], hex: '#54585f' },
  silver: { name: ['银色', 'Silver'], hex: '#c3c8cd' },
  white: { name: ['白色', 'White'], hex: '#f1efe9' },
  cream: { name: ['奶油色', 'Cream'], hex: '#ecdfc4' },
  sand: { name: ['沙色', 'Sand'], hex: '#cdb491' },
  brown: { name: ['棕色', 'Brown'], hex: '#8a5f3f' },
  red: { name: ['红色', 'Red'], hex: '#bb3f35' },
  coral: { name: ['珊瑚色', 'Coral'], hex: '#e27d60' },
  orange: { name: ['橙色', 'Orange'], hex: '#dd7f2e' },
  yellow: { name: ['黄色', 'Yellow'], hex: '#e3b23c' },
  green: { name: ['绿色', 'Green'], hex: '#4f7a55' },
  olive: { name: ['军绿色', 'Olive'], hex: '#6f7448' },
  mint: { name: ['薄荷绿', 'Mint'], hex: '#a9d3c0' },
  teal: { name: ['青色', 'Teal'], hex: '#2f7f86' },
  blue: { name: ['蓝色', 'Blue'], hex: '#3c6ea8' },
  navy: { name: ['藏青色', 'Navy'], hex: '#2c3f63' },
  sky: { name: ['天蓝色', 'Sky blue'], hex: '#9cc3de' },
  purple: { name: ['紫色', 'Purple'], hex: '#8473a8' },
  pink: { name: ['粉色', 'Pink'], hex: '#e6b3b3' },
} as const satisfies Record<string, { name: Bi; hex: string }>;

export type ColorKey = keyof typeof colors;
