import type { Language } from './locale.ts';

/** How a verdict's sentence names the rows it stands on, in text that every client can show. */
const forms: Readonly<Record<Language, { readonly open: string; readonly close: string; readonly between: string }>> = {
  zh: { open: '（看：', close: '）', between: '、' },
  en: { open: ' (see: ', close: ')', between: ', ' },
};

/** A sentence with the labels of its rows behind it; as it is where it stands on none. */
export function tiedTo(sentence: string, labels: readonly string[], language: Language): string {
  const { open, close, between } = forms[language];
  return labels.length === 0 ? sentence : `${sentence}${open}${labels.join(between)}${close}`;
}

/** A sentence without the labels behind it, as far as they have come: for a client that leads to the rows by itself. */
export function untied(text: string): string {
  const at = Math.max(...Object.values(forms).map(({ open }) => text.lastIndexOf(open)));
  return at < 0 ? text : text.slice(0, at);
}
