/**
 * Everyday names of the same kind of thing, in both languages. They only lead to a type that the catalogue has: a name
 * here brings no product into being. A shop's own synonyms come with its vocabulary.
 */
const groups = `
camera|cameras|相机|照相机
mirrorless camera|mirrorless|微单|微单相机|无反
dslr|dslr camera|单反|单反相机
action camera|action cam|运动相机
camcorder|video camera|摄像机|dv
lens|lenses|camera lens|镜头
drone|drones|quadcopter|无人机|航拍机|航拍器
gimbal|stabilizer|稳定器|云台
tripod|tripods|三脚架|脚架
projector|projectors|beamer|投影仪|投影机|投影
screen|projection screen|projector screen|幕布|投影幕|投影幕布
speaker|speakers|loudspeaker|音箱|音响
microphone|microphones|mic|麦克风|话筒
headphones|headphone|headset|headsets|earphones|earbuds|耳机
laptop|laptops|notebook|notebook computer|notebooks|笔记本|笔记本电脑|手提电脑|笔电
desktop|desktops|desktop computer|台式机|台式电脑
computer|computers|pc|电脑
monitor|monitors|display|显示器
tablet|tablets|pad|平板|平板电脑
phone|phones|mobile phone|cell phone|cellphone|smartphone|smartphones|mobile|手机|智能手机
smartwatch|smart watch|smartwatches|智能手表
watch|watches|手表|腕表
television|televisions|tv|tvs|电视|电视机
game console|console|consoles|gaming console|游戏机
tent|tents|帐篷
sleeping bag|sleeping bags|睡袋
backpack|backpacks|rucksack|背包|双肩包
camping stove|stove|炉具|炉头|露营炉
stroller|strollers|baby stroller|baby strollers|pram|buggy|pushchair|婴儿车|婴儿推车|推车
car seat|child seat|child car seat|安全座椅|儿童安全座椅
crib|cot|baby bed|婴儿床
e bike|ebike|e bikes|ebikes|electric bike|electric bicycle|电助力车|电助力自行车|电动自行车|电单车|电动车|电瓶车
bicycle|bike|bikes|自行车|单车
scooter|e scooter|electric scooter|滑板车|电动滑板车
power supply|power supplies|psu|psus|power supply unit|电源|电脑电源
graphics card|graphics cards|video card|video cards|gpu|gpus|显卡
processor|processors|cpu|cpus|处理器
cpu cooler|cpu coolers|cooler|散热器|cpu散热器
motherboard|motherboards|mainboard|主板
memory|ram|ddr|内存条|内存
hard drive|hard drives|hard disk|internal hard drive|硬盘
external hard drive|portable drive|external drive|移动硬盘
ssd|ssds|solid state drive|固态硬盘|固态
case|computer case|pc case|机箱
case fan|case fans|机箱风扇
mouse|mice|鼠标
keyboard|keyboards|键盘
webcam|webcams|web camera|摄像头
sound card|sound cards|声卡
printer|printers|打印机
router|routers|wifi router|路由器
power bank|portable charger|充电宝|移动电源
power station|portable power station|户外电源|便携电源
charger|chargers|充电器
cable|cables|数据线|线材
thermal paste|thermal compound|硅脂|导热硅脂
operating system|os|操作系统
refrigerator|fridge|fridges|refrigerators|冰箱
washing machine|washer|washing machines|洗衣机
microwave|microwaves|microwave oven|微波炉
air conditioner|air conditioners|空调
vacuum cleaner|vacuum|vacuums|吸尘器
fan|fans|风扇
lamp|lamps|灯|台灯
shoe|shoes|鞋|鞋子
sneaker|sneakers|trainers|运动鞋
dress|dresses|连衣裙
shirt|shirts|衬衫
t shirt|tee|tshirt|t恤
sofa|sofas|couch|沙发
chair|chairs|椅子
table|tables|桌子
desk|desks|书桌
bed|beds|床
perfume|fragrance|fragrances|香水
skincare|skin care|护肤|护肤品
sunglasses|太阳镜|墨镜
bag|bags|handbag|handbags|包包|手提包
`;

/** Everyday names of uses and qualities; like those of things, they only lead to a word that the catalogue has. */
const qualities = `
stargazing|stars|night sky|night skies|starry sky|starry skies|milky way|astrophotography|星空|星星|银河|星轨
annual party|annual parties|company party|office party|年会|公司年会
camping|camp|露营|野营
weddings|wedding|婚礼|结婚
meetings|meeting|conference|conferences|会议|开会
home cinema|home theater|movie nights|movie night|家庭影院|看电影
hiking|trekking|徒步|远足
commuting|commute|通勤|上下班
gaming|games|游戏|打游戏
vlogging|vlog|vlogs|拍视频
live streaming|streaming|直播
concerts|concert|演唱会
sports|运动|sport
waterproof|rainproof|water resistant|防水|防雨
foldable|folding|collapsible|可折叠|折叠
noise cancelling|noise canceling|降噪|主动降噪
fast charging|quick charge|快充
quiet|silent|静音
lightweight|ultralight|轻便
machine washable|washable|可机洗
image stabilisation|image stabilization|stabilised|防抖
`;

/** Brands of both languages; they lead only to brands that the catalogue has. */
const makers = `
xiaomi|小米
huawei|华为
samsung|三星
meizu|魅族
sony|索尼
canon|佳能
nikon|尼康
dji|大疆
apple|苹果
lenovo|联想
haier|海尔
nokia|诺基亚
logitech|罗技
corsair|海盗船
asus|华硕
gigabyte|技嘉
msi|微星
kingston|金士顿
seagate|希捷
western digital|西部数据|西数
intel|英特尔
cooler master|酷冷至尊
thermaltake|曜越
antec|安钛克
seasonic|海韵
razer|雷蛇
toshiba|东芝
philips|飞利浦
panasonic|松下
`;

const byName = new Map<string, readonly string[]>();
for (const line of [groups, qualities, makers].flatMap((table) => table.trim().split('\n'))) {
  const names = line.split('|');
  for (const name of names) byName.set(name, [...(byName.get(name) ?? []), ...names]);
}

/** Other everyday names of what `name` (folded) names; empty where none are known. */
export function everydayNames(name: string): readonly string[] {
  return byName.get(name) ?? [];
}
