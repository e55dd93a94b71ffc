import { languageOf } from '../../protocol/locale.ts';

/** Words under an answer; loaded once the first answer is there. */
export interface FeedbackWords {
  readonly up: string;
  readonly down: string;
  readonly thanks: string;
  readonly notSent: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly whatWasWrong: string;
  readonly send: string;
}

const en: FeedbackWords = {
  up: 'Helpful',
  down: 'Not helpful',
  thanks: 'Thank you',
  notSent: 'That did not arrive. Try again.',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'This page does not allow copying. Select the text instead.',
  whatWasWrong: 'What was wrong? (optional)',
  send: 'Send note',
};

const zh: FeedbackWords = {
  up: '有帮助',
  down: '没有帮助',
  thanks: '谢谢',
  notSent: '没有发送成功，请再试一次。',
  copy: '复制',
  copied: '已复制',
  notCopied: '这个页面不允许复制，请选中文字后复制。',
  whatWasWrong: '哪里不合适？（可不填）',
  send: '发送意见',
};

/** @param locale BCP 47. */
export const feedbackWords = (locale: string): FeedbackWords => (languageOf(locale) === 'zh' ? zh : en);
