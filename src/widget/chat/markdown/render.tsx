import type { Token, Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { Words } from './words.tsx';

/**
 * Tokens to elements: a small subset of Markdown, made of text nodes and known elements only. HTML stays visible text,
 * pictures become their description, and only `https:` links are links (guard contract G14).
 */
export function inline(tokens: readonly Token[] | undefined, fallback = ''): ReactNode {
  if (!tokens) return fallback;
  // Inline pieces have no identity of their own; they are redrawn with their block.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return tokens.map((token, index) => <Fragment key={index}>{inlineOne(token)}</Fragment>);
}

function inlineOne(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong className="font-semibold">{inline(token.tokens, token.text)}</strong>;
    case 'em':
      return <em className="italic">{inline(token.tokens, token.text)}</em>;
    case 'del':
      return <s>{inline(token.tokens, token.text)}</s>;
    case 'codespan':
      return <code className="rounded-small bg-sunken px-1 font-mono text-small">{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return link(token as Tokens.Link);
    case 'image':
      return token.text;
    case 'text':
      return 'tokens' in token && token.tokens ? inline(token.tokens) : <Words text={token.text} />;
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}

function link({ href, tokens, text }: Tokens.Link): ReactNode {
  if (URL.parse(href)?.protocol !== 'https:') return inline(tokens, text);
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className="text-accent-ink underline underline-offset-2">
      {inline(tokens, text)}
    </a>
  );
}

/** One block. */
export function block(token: Token): ReactNode {
  switch (token.type) {
    case 'paragraph':
      return <p dir="auto">{inline(token.tokens, token.text)}</p>;
    case 'heading':
      return (
        <p dir="auto">
          <strong className="font-semibold">{inline(token.tokens, token.text)}</strong>
        </p>
      );
    case 'list':
      return list(token as Tokens.List);
    case 'code':
      return (
        <pre className="aisle-scroll overflow-x-auto rounded-control bg-sunken p-2 font-mono text-small">
          <code>{token.text}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote className="border-s-2 border-line ps-3 text-soft">{blocks(token.tokens)}</blockquote>;
    case 'hr':
      return <hr className="border-line" />;
    case 'table':
      return table(token as Tokens.Table);
    case 'text':
      return <Fragment>{'tokens' in token && token.tokens ? inline(token.tokens) : token.text}</Fragment>;
    default:
      return <p dir="auto">{token.raw.trim()}</p>;
  }
}

function blocks(tokens: readonly Token[] | undefined): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: inner blocks are redrawn with the block they stand in
  return tokens?.map((token, index) => <Fragment key={index}>{token.type === 'space' ? null : block(token)}</Fragment>);
}

function list({ ordered, start, items }: Tokens.List): ReactNode {
  const entries = items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a list only grows at its end
    <li key={index} dir="auto" className="ps-0.5">
      {blocks(item.tokens)}
    </li>
  ));
  return ordered ? (
    <ol start={start === '' ? 1 : start} className="flex list-decimal flex-col gap-1 ps-5 marker:text-soft">
      {entries}
    </ol>
  ) : (
    <ul className="flex list-disc flex-col gap-1 ps-5 marker:text-edge">{entries}</ul>
  );
}

function table({ header, rows }: Tokens.Table): ReactNode {
  return (
    <div className="aisle-scroll overflow-x-auto">
      <table className="text-small">
        <thead>
          <tr>{header.map(cell('th'))}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a table only grows at its end
            <tr key={index}>{row.map(cell('td'))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cell = (Cell: 'th' | 'td') => (data: Tokens.TableCell, index: number) => (
  <Cell key={index} className="border-b border-line py-1 pe-3 text-start align-top">
    {inline(data.tokens, data.text)}
  </Cell>
);
