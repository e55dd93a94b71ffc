import { lazy, memo, Suspense } from 'react';

/** Fetched while the shopper reads the greeting, so that it is there before the first answer. */
export const loadMarkdown = () => import('./markdown/markdown.tsx');
const Markdown = lazy(loadMarkdown);

/** The adviser's words: plain until the Markdown parser is there, so that nothing waits for it. */
export const Text = memo(function Text({ text }: { text: string }) {
  return (
    <Suspense
      fallback={
        <p dir="auto" className="break-words whitespace-pre-wrap">
          {text}
        </p>
      }
    >
      <Markdown text={text} />
    </Suspense>
  );
});
