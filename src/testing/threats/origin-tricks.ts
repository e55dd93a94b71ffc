/** Origins that look like `https://shop.example` and are not it (T12). */
export const originTricks = [
  'null',
  'https://shop.example.evil.example',
  'https://evil-shop.example',
  'https://shop.example:444',
  'http://shop.example',
  'https://SHOP.example',
  'https://user@shop.example',
  'https://shop.example/',
  'https://shop.example.',
  'https://sub.shop.example',
  'https://shop.example%00',
  'file://',
  'https://xn--shp-gna.example',
] as const;
