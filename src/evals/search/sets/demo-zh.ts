import type { QuerySet } from '../judged.ts';

export const demoZh: QuerySet = {
  catalogue: 'demo',
  locale: 'zh-CN',
  lines: `
type | 投影仪 | type:投影仪
type | 婴儿推车 | type:婴儿推车
type | 露营灯 | type:露营灯
type | 儿童安全座椅 | type:儿童安全座椅
brand | 曜岚 相机 | type:相机; brand:曜岚
brand | 松褶 帐篷 | type:帐篷; brand:松褶
brand | 鸣谷音箱 | type:音箱; brand:鸣谷
brand | 墨砚笔记本电脑 | type:笔记本电脑; brand:墨砚
brand | 远麓 帐篷 | type:帐篷; brand:远麓
model | Forge 14 | model:Forge 14
model | 曜岚 X3 | model:X3; brand:曜岚
model | Swift4 | model:Swift 4
model | 24-70 f2.8 镜头 | model:24-70; type:镜头
unit | 256GB 手机 | type:手机; storage=256 GB
unit | 1TB 笔记本 | type:笔记本电脑; storage=1000 GB
unit | 120英寸 幕布 | type:投影幕布; screen_size=120 in
unit | 1200瓦 音箱 | type:音箱; power=1200 W
unit | 11英寸平板 | type:平板电脑; screen_size=11 in
unit | 249克 无人机 | type:无人机; weight=249 g
unit | 0.249kg 无人机 | type:无人机; weight=249 g
synonym | 航拍器 | type:无人机
synonym | 音响 | type:音箱
synonym | 电瓶车 | type:电动自行车
synonym | 投影机 | type:投影仪
synonym | 手提电脑 | type:笔记本电脑
synonym | 话筒 | type:麦克风
synonym | 炉灶 | type:炉具
pinyin | songzhe 帐篷 | type:帐篷; brand:松褶
pinyin | yaolan | brand:曜岚
pinyin | minggu 音箱 | type:音箱; brand:鸣谷
pinyin | moyan 平板电脑 | type:平板电脑; brand:墨砚
pinyin | yuanlu | brand:远麓
mixed | Aurel 相机 | type:相机; brand:Aurel
mixed | Vlog 相机 | type:相机; use:Vlog
mixed | Farlea 帐篷 | type:帐篷; brand:Farlea
mixed | USB-C 线材 | type:线材; connector~USB-C
mixed | Bluetooth 音箱 | type:音箱; feature:蓝牙
two-character | 相机 | type:相机
two-character | 镜头 | type:镜头
two-character | 帐篷 | type:帐篷
two-character | 手机 | type:手机
two-character | 平板 | type:平板电脑
colour, size | 黑色 相机 | type:相机; color:黑色
colour, size | 白色 投影仪 | type:投影仪; color:白色
colour, size | 粉色拍立得 | type:相机; says:拍立得; color:粉色
colour, size | 奶油色 推车 | type:婴儿推车; color:奶油色
use | 露营音箱 | type:音箱; use:露营
use | 拍星空的相机 | type:相机; use:星空
use | 会议投影仪 | type:投影仪; use:会议
use | 游戏手机 | type:手机; for:玩家/gamers
use | 防水 相机 | type:相机/运动相机; feature:防水
use | 轻便 帐篷 | type:帐篷; feature:轻便
`,
};
