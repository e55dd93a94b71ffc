/**
 * Makers known the world over, in the spellings shoppers use: what a model's own memory names when it drifts from the
 * catalogue. A shop's own brands come from its vocabulary. Lower case.
 */
export const makers: readonly string[] = `sony nikon canon fujifilm fuji panasonic olympus leica pentax ricoh hasselblad sigma tamron
dji gopro insta360 apple iphone ipad macbook samsung galaxy huawei xiaomi redmi oppo vivo oneplus honor google pixel motorola nokia
lenovo thinkpad dell asus acer hp msi epson benq xgimi jmgo optoma anker nebula jbl bose sennheiser shure rode marshall yamaha
msr naturehike coleman bugaboo stokke cybex joie britax maxi-cosi uppababy segway ninebot xreal kindle nintendo playstation xbox
索尼 尼康 佳能 富士 松下 奥林巴斯 徕卡 宾得 理光 哈苏 适马 腾龙 大疆 影石 苹果 三星 华为 小米 红米 荣耀 一加 联想 戴尔 华硕 惠普
爱普生 明基 极米 坚果 当贝 安克 森海塞尔 舒尔 罗德 马歇尔 雅马哈 挪客 牧高笛 好孩子 九号 雅迪 爱玛 小牛`
  .split(/[ \n]+/)
  .filter(Boolean);
