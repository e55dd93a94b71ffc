import type { QuerySet } from '../judged.ts';

export const dummyjson: QuerySet = {
  catalogue: 'dummyjson',
  locale: 'en',
  lines: `
type | smartphones | type:Smartphones
type | sunglasses | type:Sunglasses
type | perfume | type:Fragrances
brand | apple smartphone | type:Smartphones; brand:Apple
brand | rolex watch | type:Men's watches/Women's watches; brand:Rolex
brand | samsung tablet | type:Tablets; brand:Samsung
brand | oppo | brand:Oppo
model | galaxy s10 | model:Galaxy S10
model | iphone x | model:iPhone X
model | zenbook | model:Zenbook
model | xps13 | model:XPS 13
synonym | mobile phone | type:Smartphones
synonym | notebook | type:Laptops
synonym | fragrance | type:Fragrances
synonym | sneakers | type:Men's shoes
misspelling | samsng galaxy | brand:Samsung; titled:Galaxy
misspelling | lipstik | titled:lipstick
misspelling | motorcyle | type:Motorcycles
misspelling | mascarra | titled:mascara
mixed | 香水 | type:Fragrances
mixed | apple 手机 | type:Smartphones; brand:Apple
mixed | 太阳镜 | type:Sunglasses
mixed | 笔记本 | type:Laptops
colour, size | black handbag | type:Women's bags; titled:black
colour, size | blue dress | type:Women's dresses/Tops; titled:blue
colour, size | 14 inch laptop | type:Laptops; titled:14
use | running shoes | type:Men's shoes
use | baseball | type:Sports accessories; titled:baseball
use | women's watch | type:Women's watches
`,
};
