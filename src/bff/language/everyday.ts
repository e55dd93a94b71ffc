/**
 * Everyday names of the same kind of thing, in both languages. They only lead to a type that the catalogue has: a name
 * here brings no product into being. A shop's own synonyms come with its vocabulary.
 */
const groups = `
camera|cameras|相机|照相机
digital camera|digital cameras|数码相机
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
camping stove|stove|stoves|炉具|炉头|炉子|炉灶|露营炉
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
motherboard|motherboards|mainboard|board|boards|主板
memory|ram|ddr|dimm|dimms|内存条|内存
hard drive|hard drives|hard disk|internal hard drive|硬盘
external hard drive|external hard disk|portable drive|portable hard drive|external drive|portable ssd|external ssd|移动硬盘|移动固态硬盘|移动固态
ssd|ssds|solid state drive|solid state drives|固态硬盘|固态
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
perfume|perfumes|fragrance|fragrances|香水
skincare|skin care|护肤|护肤品
sunglasses|太阳镜|墨镜
coffee machine|coffee machines|coffee maker|coffee makers|咖啡机
hair dryer|hair dryers|blow dryer|吹风机|电吹风
dryer|dryers|tumble dryer|烘干机|干衣机
water heater|water heaters|热水器
oven|ovens|烤箱
rice cooker|rice cookers|电饭煲|电饭锅
blender|blenders|搅拌机|料理机
scanner|scanners|扫描仪
desk lamp|desk lamps|台灯
floor lamp|floor lamps|落地灯
toy|toys|玩具
board game|board games|boxed game|boxed games|桌游
furniture|家具
jewellery|jewelry|首饰|珠宝
lipstick|lipsticks|口红
mascara|睫毛膏
foundation|粉底
eyeshadow|eye shadow|眼影
nail polish|指甲油
women's watch|women's watches|女士手表|女表|女式手表
men's watch|men's watches|男士手表|男表|男式手表
women's shoes|女鞋|女士鞋
men's shoes|男鞋|男士鞋
women's bags|女包|女士包|女士手提包
women's dresses|women's dress|女裙|女士连衣裙
men's shirts|men's shirt|男士衬衫
women's jewellery|女士首饰
umbrella|umbrellas|雨伞
suitcase|luggage|行李箱|拉杆箱
guitar|guitars|吉他
yoga mat|瑜伽垫
earrings|earring|耳环|耳钉
necklace|necklaces|项链
ring|rings|戒指
groceries|grocery|food|食品|杂货
kitchen accessories|kitchenware|cookware|厨具|厨房用品
motorcycle|motorcycles|motorbike|motorbikes|摩托车
vehicle|vehicles|car|cars|汽车
home decoration|home decor|家居装饰|装饰品
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
subject tracking|auto tracking|follow me|智能跟随|跟踪拍摄|自动跟随|跟拍
noise cancelling|noise canceling|降噪|主动降噪
fast charging|quick charge|快充
quiet|silent|静音
lightweight|ultralight|轻便
machine washable|washable|可机洗
可登机|能上飞机|可以上飞机|带上飞机|坐飞机
image stabilisation|image stabilization|stabilised|防抖
wireless|cordless|无线
bluetooth|蓝牙
type c|usb c|usb type c|usbc
nvme|m.2 pcie
full tower|全塔
mid tower|中塔
mini tower|mini itx tower|迷你塔
wired|corded|有线
fully modular|full modular|全模组
semi modular|半模组
modular|模组
tempered glass|glass|钢化玻璃|玻璃
gold|gold rated|80 plus gold|80+ gold|金牌
platinum|platinum rated|80 plus platinum|白金|白金牌|铂金牌
bronze|bronze rated|80 plus bronze|铜牌
titanium|titanium rated|80 plus titanium|钛金|钛金牌
laser|激光
optical|光学
left|left handed|left hand|左手
right|right handed|right hand|右手
hdd|hdds|机械硬盘
`;

/** People a thing is for. */
const people = `
older people|elderly|seniors|senior citizens|the elderly|old people|grandparents|parents|长辈|老人|老年人|老人家|爸妈|父母|爷爷奶奶
children|kids|child|kid|儿童|小孩|孩子|小朋友
students|student|pupils|学生|学生党
beginners|beginner|novices|first timers|新手|初学者|入门者|小白
families|family|家庭|一家人
professionals|professional|专业用户|专业人士
creators|content creators|youtubers|内容创作者|博主|up主
gamers|gamer|玩家|游戏玩家
couples|情侣|小两口
commuters|通勤族|上班族
infants|infant|babies|婴儿|宝宝
toddlers|toddler|幼儿
`;

/** What attributes are called; they only lead to attributes that the catalogue has. */
const facts = `
memory|ram|memory size|内存|显存|运存
cores|core count|核|核心|核心数
capacity|容量
wattage|瓦数|功率
weight|重量
screen size|屏幕尺寸|屏幕
noise level|noise|噪音|噪声
brightness|亮度
size|尺寸
socket|插槽|接口
memory slots|ram slots|ram slot|memory slot|内存插槽|内存槽
integrated graphics|核显|集显|集成显卡
storage|存储
volume|容积
cooling power|cooling|制冷量
refresh rate|刷新率
tdp|功耗
modules|stick|sticks|条
`;

/** Brands of both languages; they lead only to brands that the catalogue has. */
const brands = `
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
google|谷歌
gopro
oppo
vivo
honor|荣耀
dell|戴尔
hp|惠普
acer|宏碁
bose
jbl
insta360|影石
fujifilm|富士
leica|徕卡
epson|爱普生
xgimi|极米
lg
microsoft|微软
amazon|亚马逊
anker|安克
philips|飞利浦
panasonic|松下
`;

const byName = new Map<string, readonly string[]>();
for (const line of [groups, qualities, people, facts, brands].flatMap((table) => table.trim().split('\n'))) {
  const names = line.split('|');
  for (const name of names) byName.set(name, [...(byName.get(name) ?? []), ...names]);
}

const qualityByName = new Map(
  qualities
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
    .flatMap((names) => names.map((name) => [name, names] as const)),
);

/** All everyday names of a quality, its own among them; empty where `name` (folded) names none. */
export function qualityNames(name: string): readonly string[] {
  return qualityByName.get(name) ?? [];
}

/** Names of well-known makers of things, folded. */
export const makers: readonly string[] = brands.trim().split(/[\n|]/);

/** Other everyday names of what `name` (folded) names; empty where none are known. */
export function everydayNames(name: string): readonly string[] {
  return byName.get(name) ?? [];
}
