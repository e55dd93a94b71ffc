import type { QuerySet } from '../judged.ts';

export const litemallZh: QuerySet = {
  catalogue: 'litemall-zh',
  locale: 'zh-CN',
  lines: `
type | 四件套 | type:床品件套
type | 毛巾 | type:毛巾
type | 锅 | type:锅具
type | 台灯 | type:灯具
unit | 1000克 枕头 | type:被枕; 重量=1000 g
unit | 1kg 羽绒枕 | type:被枕; 重量=1000 g
synonym | 宠物窝 | type:宠物; titled:窝
synonym | 靠枕 抱枕 | type:布艺软装; titled:抱枕
synonym | 平底锅 | type:锅具
two-character | 抱枕 | type:布艺软装; titled:抱枕
two-character | 地毯 | type:布艺软装; titled:地毯
two-character | 钢笔 | type:文具; titled:钢笔
two-character | 书桌 | type:家具; titled:书桌
two-character | 内裤 | type:内裤
colour, size | 灰色 地毯 | titled:地毯; 颜色~灰
colour, size | 白色 家饰 | type:家饰; 颜色~白
colour, size | 星空蓝 四件套 | type:床品件套; 颜色~星空蓝
use | 秋冬 被子 | type:被枕; says:秋冬
use | 纯棉 四件套 | type:床品件套; 材质~棉
use | 儿童 衬衣 | type:服饰; says:衬衣
`,
};
