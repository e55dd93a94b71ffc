/**
 * Sentences of answers in a conversation that knows what `product-names.test.ts` says: `invented` ones name a product that
 * nothing there named, `honest` ones do not.
 */
export const invented = {
  en: `
The Sony A7 IV would suit you better.
I also recommend the Canon EOS R50.
For travel, take the Fujifilm X100V.
The DJI Mini 4 Pro is lighter still.
You might like the Lumisol X9 as well.
The Lumisol X5 Pro adds stabilisation.
Our Norra Fjell 3 sleeps three people.
The Norra Skandi is the warmest tent.
A Nikon Z50 costs about the same.
Another choice is the GoPro HERO12.
The Samsung Galaxy S24 takes good pictures too.
Try the iPhone 15 Pro instead.
The Panasonic Lumix S5 II films in 6K.
The Epson EF-12 is bright enough for a living room.
Its successor, the Lumisol X7, is out.
There is also the Anker Nebula 3.
The JBL Charge 5 is waterproof.
For music, the Sony SRS-XB13 is small.
The Hollan TR40 is a sturdy tripod.
I would pick the Verdano K220.
The Brightway P600 projects two metres wide.
**Sony A6700** is the newest of them.
Consider the Xiaomi 14 Ultra.
A Bose S1 Pro fills a hall.
The Lumisol Z30 comes with two lenses.
Go with the Ricoh GR III X1 kit.
The Insta360 X4 films all around.
Most people choose the Canon R6.
The Leica Q3 has a fixed lens.
The BenQ GV30 is portable.
The Tamora ZX500 has a longer zoom.
You can also rent a DJI RS 3.
The Norra Polar is rated for winter.
A Kestrel Vx200 flies for an hour.
The ASUS ZenBook 14 is lighter.
The Lumisol M20 is the smallest one.
The Sigma BF1 is beautifully made.
The Osprey QT70 holds more.
Also look at the Huawei P60.
The Garmin VX10 is good on trails.
The Hasselblad X2D is the best of all.
`,
  'zh-CN': `
推荐索尼 A7M4，更适合你。
也可以看看佳能 R50。
旅行带富士 X100V 最好。
大疆 Mini 4 Pro 更轻。
朗明 X9 也不错。
朗明X5 Pro 带防抖。
尼康Z50价格差不多。
还有这款 GR300 也很轻。
三星 S24 拍照也好。
换成 iPhone 15 Pro 也行。
松下 S5 能拍 6K。
爱普生 EF12 在客厅够亮。
它的后续型号朗明 X7 已经上架。
也有坚果 N1 可选。
JBL Charge 5 防水。
索尼SRS-XB13很小巧。
推荐 TR40 三脚架。
极米 H6 更亮。
小米 14 也可以。
**索尼 A6700** 是最新的。
朗明 Z30 配两支镜头。
理光 GR3 很适合街拍。
影石 X4 可以全景拍摄。
多数人选佳能 R6。
徕卡 Q3 是定焦。
明基 GV30 便携。
这台 ZX500 变焦更长。
也能租大疆 RS3。
北岭 Polar 适合冬天。
华硕 ZenBook 14 更轻。
朗明 M20 最小。
适马 BF1 做工好。
华为 P60 也值得看。
哈苏 X2D 是最好的。
当贝 F6 亮度更高。
宾得 K70 防尘防滴。
雅马哈 THR30 音质更好。
九号 E200P 续航更长。
联想 Y9000 性能强。
安克 C1000 能供电一整天。
戴尔 XPS13 很轻。
`,
} as const;

export const honest = {
  en: `
The Lumisol X3 is the lighter one.
The X3 weighs less than the X5.
Lumisol makes both of them.
We do not carry the Sony A7 IV.
There is no Canon R50 in this shop.
Do you mean the Nikon Z50?
As you asked about the Fujifilm XT30: its place is taken by the X3 here.
The guide compares it with the Olympus E20.
Your order holds the Vexo K9 tripod.
It has USB 3.2 and HDMI 2.1.
It records in 4K at 60 fps.
Bluetooth 5.3 and WiFi 6 are on board.
The lens opens to F2.8.
It is rated IP67 and IPX4.
The memory card should be a V30.
Take two CR2032 batteries.
It charges in 3 hours over Type-C.
The Norra ridge tent sleeps three.
Norra tents are easy to put up.
Sony cameras are not in this catalogue.
Windows 11 and Android 14 are supported.
The sensor covers the DCI P3 gamut.
The bulb has an E27 base.
Chapter 3 of the guide explains it.
Lumisol 3 items are shown above.
Take the first of the 3 cameras.
The Lumisol Store sells it.
It follows ISO 9001 and EN 1888.
It runs an Intel i7-1360P processor.
With an M3 chip it is fast.
Order A123 is on its way.
Both fit into Size L.
It works with Canon lenses.
Is the Sony A6700 what you had in mind?
The tent pegs are 18 cm.
A deposit applies for 7 days.
It plays MP3 and H264 files.
For 2 adults and 1 child the Ridge tent is enough.
Pick Monday 12 or Friday 16.
I recommend the Lumisol X5 for video.
The LUMISOL X3 camera is in stock.
The lens mount is a standard M42 mount.
Instead of the Sony A7, the shop has the X5.
`,
  'zh-CN': `
朗明 X3 更轻。
X3 比 X5 轻。
这两台都是朗明的。
店里没有索尼 A7M4。
没找到佳能 R50。
你说的是尼康 Z50 吗？
你提到的富士 XT30，店里没有同款。
选购指南把它和奥林巴斯 E20 放在一起比。
你的订单里是 Vexo K9 三脚架。
它有 USB 3.2 和 HDMI 2.1 接口。
支持 4K 60 帧。
有蓝牙 5.3 和 WiFi 6。
光圈 F2.8。
防护等级 IP67。
存储卡建议 V30。
需要两节 CR2032 电池。
Type-C 充电 3 小时。
北岭的三人帐篷够大。
北岭帐篷容易搭。
本店不卖索尼相机。
支持 Windows 11 和 Android 14。
覆盖 P3 色域。
灯头是 E27。
朗明 3 款都能租。
朗明有 2 台在库。
先看前 3 款相机。
朗明旗舰店发货。
符合 GB6675 标准。
用的是 M3 芯片。
订单 A123 在路上。
两台都是 L 码。
能用佳能镜头。
押金按 7 天算。
能播 MP3 和 H264。
推荐朗明 X5 拍视频。
这款 X3 有货。
周一 12 日可以取。
2 大 1 小选北岭就够。
推荐一台 4K 投影仪。
小米 3 公里内配送吗？
不是索尼 A7，而是朗明 X5。
帐篷钉长 18 厘米。
`,
} as const;
