import type { Bi } from './bilingual.ts';

/** What shoppers talk about, with things they say: mostly pleased ones first, the last one is a grumble. */
export const aspects = {
  image: {
    name: ['画质', 'Picture quality'],
    says: [
      ['颜色耐看，回家几乎不用修。', 'Colours I hardly had to touch afterwards.'],
      ['放大看细节还在，超出预期。', 'Zoomed in, the detail is still there. Better than I hoped.'],
      ['直出就能发，省心。', 'Good straight out of it, no fuss.'],
      ['暗部有点噪点，别太贪高感。', 'Some noise in the shadows, so do not push the ISO.'],
    ],
  },
  lowlight: {
    name: ['夜景', 'Low light'],
    says: [
      ['凌晨在湖边拍银河，一次就成。', 'Shot the Milky Way by the lake at the first try.'],
      ['夜市手持也拍得清。', 'Sharp at the night market, hand held.'],
      ['室内不开灯也够用。', 'Fine indoors without a lamp.'],
      ['太暗的时候对焦会犹豫。', 'Focus hesitates when it gets really dark.'],
    ],
  },
  portability: {
    name: ['便携', 'Easy to carry'],
    says: [
      ['背了一整天，肩膀没抗议。', 'Carried it all day and my shoulder did not complain.'],
      ['塞进随身包还有地方。', 'Fits my day bag with room left.'],
      ['比想象中小一圈。', 'A size smaller than I imagined.'],
      ['加上配件就不算轻了。', 'Not so light once the accessories are in.'],
    ],
  },
  battery: {
    name: ['续航', 'Battery'],
    says: [
      ['出门一天没找过插座。', 'Never looked for a socket all day.'],
      ['标称挺实在，没有虚。', 'The stated figure is honest.'],
      ['充得快，吃顿饭就满。', 'Charges over lunch.'],
      ['天冷的时候掉电快。', 'Drains faster in the cold.'],
    ],
  },
  ease: {
    name: ['上手难度', 'Easy to use'],
    says: [
      ['我妈看一遍就会了。', 'My mother had it after one look.'],
      ['说明卡写得很清楚。', 'The instruction card is very clear.'],
      ['第一次用，十分钟搞定。', 'My first time, and it took ten minutes.'],
      ['菜单有点深，得翻一会儿。', 'The menus are deep, it takes some digging.'],
    ],
  },
  build: {
    name: ['做工', 'Build'],
    says: [
      ['拿在手里很扎实。', 'Feels solid in the hand.'],
      ['缝线和接口都规整。', 'Seams and ports are tidy.'],
      ['用了一个月没松动。', 'Nothing has come loose in a month.'],
      ['表面容易沾指纹。', 'The finish shows fingerprints.'],
    ],
  },
  brightness: {
    name: ['亮度', 'Brightness'],
    says: [
      ['会议室不关灯也看得清。', 'Readable with the meeting room lights on.'],
      ['院子里天一擦黑就能放。', 'We could start in the yard at dusk.'],
      ['比家里旧的亮太多。', 'So much brighter than our old one.'],
      ['大白天还是得拉窗帘。', 'You still want curtains at noon.'],
    ],
  },
  noise: {
    name: ['噪音', 'Quietness'],
    says: [
      ['放在旁边也不吵。', 'Quiet even right beside me.'],
      ['半夜用不怕吵醒人。', 'Wakes nobody at night.'],
      ['风声比空调小。', 'Softer than the air conditioner.'],
      ['满负荷的时候风扇听得见。', 'You hear the fan at full load.'],
    ],
  },
  sound: {
    name: ['音质', 'Sound'],
    says: [
      ['人声很干净，低音不糊。', 'Clean voices and tight bass.'],
      ['六十人的场子够用。', 'Enough for a room of sixty.'],
      ['听一下午不累。', 'Not tiring after an afternoon.'],
      ['开到最大会有点刺。', 'A little harsh at full volume.'],
    ],
  },
  setup: {
    name: ['搭建', 'Setup'],
    says: [
      ['两个人一刻钟就好。', 'Two of us, a quarter of an hour.'],
      ['跟着视频做，一次成功。', 'Followed the film and it worked at once.'],
      ['收起来也快，不打架。', 'Packs away without a fight.'],
      ['一个人弄有点吃力。', 'A bit hard alone.'],
    ],
  },
  weather: {
    name: ['防风防雨', 'Wind and rain'],
    says: [
      ['半夜下雨，里面一滴没进。', 'It rained all night and not a drop came in.'],
      ['山口风大，它没动。', 'Windy pass, and it did not move.'],
      ['早上露水都在外面。', 'All the dew stayed outside.'],
      ['大风天要多打几根地钉。', 'Use more pegs when it blows.'],
    ],
  },
  warmth: {
    name: ['保暖', 'Warmth'],
    says: [
      ['零度左右睡得踏实。', 'Slept well around freezing.'],
      ['脚也是暖的。', 'Even my feet were warm.'],
      ['夜里没有冻醒。', 'Did not wake from cold.'],
      ['标的温度偏乐观，怕冷的加一层。', 'The rating is optimistic; add a layer if you feel the cold.'],
    ],
  },
  comfort: {
    name: ['舒适', 'Comfort'],
    says: [
      ['坐一下午腰不酸。', 'No aching back after an afternoon.'],
      ['孩子坐进去就不肯下来。', 'Our child did not want to get out.'],
      ['软硬刚好。', 'Just the right firmness.'],
      ['高个子会觉得短一点。', 'A little short for tall people.'],
    ],
  },
  safety: {
    name: ['安全感', 'Feels safe'],
    says: [
      ['锁扣咔哒一声，很安心。', 'The latch clicks and I relax.'],
      ['用料没有味道。', 'No smell at all.'],
      ['刹车很灵。', 'The brakes bite well.'],
      ['说明书可以再写细一点。', 'The manual could say more.'],
    ],
  },
  screen: {
    name: ['屏幕', 'Display'],
    says: [
      ['看一天文档眼睛不累。', 'A day of documents and my eyes are fine.'],
      ['颜色准，修图放心。', 'Accurate enough to edit photos.'],
      ['户外也看得清。', 'Readable outdoors.'],
      ['反光稍微明显。', 'A little reflective.'],
    ],
  },
  speed: {
    name: ['流畅', 'Speed'],
    says: [
      ['开十几个软件不卡。', 'A dozen programs open and no stutter.'],
      ['导出视频比旧机器快一倍。', 'Exports in half the time of my old one.'],
      ['打开就能用。', 'Wakes at once.'],
      ['打大型游戏会发热。', 'Gets warm with heavy games.'],
    ],
  },
  stability: {
    name: ['稳定', 'Stability'],
    says: [
      ['起风了画面还是稳的。', 'Steady pictures even in a breeze.'],
      ['走着拍也不晃。', 'No shake while walking.'],
      ['连了一晚上没断过。', 'Did not drop once all evening.'],
      ['偶尔需要重新连接。', 'Now and then it has to reconnect.'],
    ],
  },
  clean: {
    name: ['洁净', 'Cleanliness'],
    says: [
      ['收到像新的一样，还有消毒封条。', 'Arrived like new with a hygiene seal.'],
      ['没有上一位的痕迹。', 'No trace of whoever had it before.'],
      ['包装很用心。', 'Carefully packed.'],
      ['收纳袋上有点旧印子。', 'The bag shows some wear.'],
    ],
  },
  value: {
    name: ['性价比', 'Worth the money'],
    says: [
      ['用几天就还，比买划算。', 'A few days and back it goes: better than buying.'],
      ['这个钱很值。', 'Good for the money.'],
      ['押金退得很快。', 'The deposit came back quickly.'],
      ['周末价稍高。', 'Weekends cost a little more.'],
    ],
  },
  ride: {
    name: ['骑行感受', 'Ride'],
    says: [
      ['上坡不用站起来。', 'No standing up on hills.'],
      ['通勤二十公里，轻松。', 'Twenty kilometres to work, easily.'],
      ['刹车线性，不吓人。', 'Brakes smoothly, no surprises.'],
      ['没电时推着有点沉。', 'Heavy to push with an empty battery.'],
    ],
  },
} as const satisfies Record<string, { name: Bi; says: readonly Bi[] }>;

export type AspectKey = keyof typeof aspects;
