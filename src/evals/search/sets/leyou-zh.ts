import type { QuerySet } from '../judged.ts';

export const leyouZh: QuerySet = {
  catalogue: 'leyou-zh',
  locale: 'zh-CN',
  lines: `
type | 智能手机 | type:手机
type | 平板电视 | type:平板电视
type | 手机贴膜 | type:手机贴膜
brand | 华为手机 | type:手机; brand:华为
brand | 三星 手机 | type:手机; brand:三星
brand | 魅族 | brand:魅族
brand | 海尔电视 | type:平板电视; brand:海尔
brand | 诺基亚 | brand:诺基亚
model | SM-C5000 | model:SM-C5000
model | mix 2s | model:MIX2S/MIX 2S
model | 荣耀V10 | model:荣耀V10/荣耀 V10
model | redmi note5 红米note5 | model:红米Note5
model | vivo X20 | model:X20; brand:vivo
model | p20 pro | model:P20 Pro
unit | 5.99英寸 手机 | type:手机; screen_size=5.99 in
unit | 4000毫安时 手机 | type:手机; battery=4000 mAh
unit | 4Ah 手机 | type:手机; battery=4000 mAh
unit | 内存6G 手机 | type:手机; memory=6 GB
unit | 6GB+128GB | memory=6 GB; storage=128 GB
unit | 2400万像素 手机 | type:手机; front_camera=2400 万像素
unit | 24MP 前置摄像头 手机 | type:手机; front_camera=24 MP
synonym | 电视机 | type:平板电视
synonym | 移动电话 | type:手机
synonym | 贴膜 | type:手机贴膜
misspelling | huawie 手机 | type:手机; brand:华为
misspelling | samsang | brand:三星
misspelling | smartisen 手机 | brand:smartisan
pinyin | xiaomi | brand:小米
pinyin | chuizi 手机 | brand:锤子
pinyin | sanxing 手机 | brand:三星
pinyin | nuojiya | brand:诺基亚
pinyin | haier 电视 | brand:海尔; type:平板电视
mixed | xiaomi 手机 128g | brand:小米; storage=128 GB
mixed | HUAWEI 全面屏 手机 | brand:华为; says:全面屏
mixed | phone 金色 | type:手机; color:金
mixed | 三星 galaxy s9 | brand:三星; model:S9
two-character | 手机 | type:手机
two-character | 电视 | type:平板电视
two-character | 荣耀 | says:荣耀
two-character | 麦芒 | says:麦芒
colour, size | 金色 手机 | type:手机; color:金色
colour, size | 玫瑰金 华为 | brand:华为; color:玫瑰金
colour, size | 曜石黑 手机 | type:手机; color:曜石黑
use | 游戏手机 | type:手机; says:游戏手机
use | 美颜拍照手机 | type:手机; says:美颜
use | 八核 手机 | type:手机; cpu_cores~八核
`,
};
