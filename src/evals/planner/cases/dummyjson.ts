import type { CaseFile } from '../case.ts';

export const dummyjsonEn: CaseFile = {
  catalogue: 'dummyjson',
  locale: 'en',
  tuned: [
    ['a laptop under $1500', 'type=laptop; sale<=1500'],
    ['Samsung phone', 'type=smartphone; brand=samsung'],
    ["cheapest men's watch", "type=men's watch; order=sale"],
    ['sunglasses rated at least 4', 'type=sunglasses; rated>=4'],
    ['perfume, not Gucci', 'type=fragrance; brand!=gucci'],
    ['Nike shoes', 'type=shoes; brand=nike'],
    ['a sofa', 'title=sofa'],
    ["women's bag under $50", "type=women's bag; sale<=50"],
    ['tablet between $300 and $550', 'type=tablet; sale>=300; sale<=550'],
    ['a drone', 'type=drone'],
    ['iPhone 16', 'title=iphone 16; says=carry|mentions'],
    ['a dress', 'type=dress'],
    ['rent a laptop for 3 days', 'says=does not rent'],
    ['hello', 'talk'],
    ['basketball', 'title=basketball'],
  ],
  held_out: [
    ['phone from Apple or Oppo under $400', 'type=smartphone; brand=apple|oppo; sale<=400'],
    ['most expensive fragrance', 'type=fragrance; order=-sale'],
    ["women's shoes below $100", "type=women's shoes; sale<=100"],
    ['motorcycle, anything but Kawasaki', 'type=motorcycle; brand!=kawasaki'],
    ['laptop, not Apple, at least $1000', 'type=laptop; brand!=apple; sale>=1000'],
    ['wok', 'title=wok'],
    ['Rolex watch', 'type=watch; brand=rolex'],
    ['a tent', 'type=tent'],
    ['highest rated tablet', 'type=tablet'],
    ['smartphones >> cheaper', 'type=smartphone; fresh'],
    ['lipstick', 'title=lipstick'],
    ['furniture over $1000', 'type=furniture; sale>=1000'],
    ['show me something nice', 'talk; asks'],
    ['thanks', 'talk'],
    ['sunglasses >> anything else?', 'type=sunglasses; fresh'],
  ],
};

export const dummyjsonZh: CaseFile = {
  catalogue: 'dummyjson',
  locale: 'zh-CN',
  tuned: [
    ['手机，300美元以内', 'type=smartphone; sale<=300'],
    ['苹果笔记本', 'type=laptop; brand=apple'],
    ['不要三星的平板', 'type=tablet; brand!=samsung'],
    ['墨镜', 'type=sunglasses'],
    ['帐篷', 'type=帐篷'],
  ],
  held_out: [
    ['最便宜的手机', 'type=smartphone; order=sale'],
    ['香水，100美元以下', 'type=fragrance; sale<=100'],
    ['华为笔记本', 'type=laptop; brand=huawei'],
    ['连衣裙', 'type=dress'],
    ['推荐点东西', 'talk; asks'],
  ],
};
