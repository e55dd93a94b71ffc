import { languageOf } from '../../protocol/locale.ts';

/** Words of the menu, which is loaded when it is first opened; they weigh nothing until then. */
export interface MenuWords {
  readonly textSize: string;
  /** The three sizes, small to large. */
  readonly sizes: readonly [string, string, string];
  readonly save: string;
  readonly saved: string;
  readonly erase: string;
  readonly eraseQuestion: string;
  readonly eraseYes: string;
  readonly eraseNo: string;
  readonly erasing: string;
  readonly notErased: string;
  /** File name without its ending. */
  readonly fileName: string;
  readonly fileTitle: (shop: string) => string;
  readonly savedAt: (moment: string) => string;
  readonly shopper: string;
  readonly adviser: string;
  readonly pricesMayChange: string;
  readonly notes: string;
}

const en: MenuWords = {
  textSize: 'Text size',
  sizes: ['Normal', 'Large', 'Larger'],
  save: 'Save this conversation',
  saved: 'Saved to your downloads.',
  erase: 'Delete this conversation',
  eraseQuestion: 'Delete this conversation, with everything noted in it? It cannot be brought back.',
  eraseYes: 'Delete',
  eraseNo: 'Keep it',
  erasing: 'Deleting…',
  notErased: 'The shop did not answer, so nothing was deleted. Try again in a moment.',
  fileName: 'conversation',
  fileTitle: (shop) => `Conversation with ${shop}`,
  savedAt: (moment) => `Saved ${moment}.`,
  shopper: 'You',
  adviser: 'Adviser',
  pricesMayChange: 'Prices and stock are those of the moment they were shown.',
  notes: 'Noted',
};

const zh: MenuWords = {
  textSize: '文字大小',
  sizes: ['标准', '大', '特大'],
  save: '保存这次对话',
  saved: '已保存到下载文件夹。',
  erase: '删除这次对话',
  eraseQuestion: '删除这次对话和记下的内容？删除后无法恢复。',
  eraseYes: '删除',
  eraseNo: '保留',
  erasing: '正在删除…',
  notErased: '商店没有回应，所以什么都没有删除。请稍后再试。',
  fileName: '对话记录',
  fileTitle: (shop) => `与${shop}的对话`,
  savedAt: (moment) => `保存于 ${moment}。`,
  shopper: '你',
  adviser: '导购',
  pricesMayChange: '价格和库存以展示时为准。',
  notes: '记下的内容',
};

/** @param locale BCP 47. */
export const menuWords = (locale: string): MenuWords => (languageOf(locale) === 'zh' ? zh : en);
