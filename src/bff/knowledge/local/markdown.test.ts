import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOf } from './document.ts';
import { readFrontMatter } from './front-matter.ts';
import { piecesOf, sectionsOf } from './markdown.ts';

describe('front matter', () => {
  it('is lines of key and value, quotes taken off, comments passed over', () => {
    const { fields, body } =
      readFrontMatter('---\n# about\nid: a\ntitle: "Deposits: when"\nurl:  https://x.example/a:b \n---\n\nText') ?? {};
    expect(fields).toEqual({ id: 'a', title: 'Deposits: when', url: 'https://x.example/a:b' });
    expect(body).toBe('\nText');
  });
  it('is read with the line ends of Windows and a byte-order mark', () => {
    expect(readFrontMatter('\uFEFF---\r\nid: a\r\n---\r\nText\r\n')).toMatchObject({ fields: { id: 'a' }, body: 'Text\r\n' });
  });
  it.each(['Text', '---\nid: a\nText', '---\n- id\n---\n', '# Title\n---\nid: a\n---\n'])('is not seen in %j', (file) => {
    expect(readFrontMatter(file)).toBeNull();
  });
  it('cannot reach a prototype', () => {
    const { fields } = readFrontMatter('---\n__proto__: x\nid: a\n---\n') ?? {};
    expect(Object.getPrototypeOf(fields)).toBeNull();
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe('sections', () => {
  it('a text is cut at its headings; a heading in a fence is none', () => {
    const markdown = 'Before\n\n# One\ntext\n```\n# not a heading\n```\n## Two ##\n\n### Three\nend';
    expect(sectionsOf(markdown)).toEqual([
      { heading: '', text: 'Before' },
      { heading: 'One', text: 'text\n\n# not a heading' },
      { heading: 'Three', text: 'end' },
    ]);
  });
  it('marks are taken out, and an amount is whole again', () => {
    const [section] = sectionsOf(
      '押金 **¥**500，见[说明](https://x.example)。![图](a.png)<!-- note -->\n\n| 档 | 价 |\n| --- | ---: |\n| 1 天 | `¥99` |\n> 2 * 3 * 4, snake_case_name',
    );
    expect(section?.text).toBe('押金 ¥500，见说明。\n\n档 | 价\n\n1 天 | ¥99\n2 * 3 * 4, snake_case_name');
  });
});

describe('pieces', () => {
  it('are cut between paragraphs first, then lines, then sentences, in both scripts', () => {
    expect(piecesOf('aaa\n\nbbb\n\nccc', 8)).toEqual(['aaa\n\nbbb', 'ccc']);
    expect(piecesOf('一二三。四五六。七八九。', 8)).toEqual(['一二三。', '四五六。', '七八九。']);
    expect(piecesOf('One two. Three four. Five.', 21)).toEqual(['One two. Three four.', 'Five.']);
  });
  it('are never too long, lose no word and split no character', () => {
    const word = fc.oneof(fc.stringMatching(/^[a-z]{1,12}$/), fc.constantFrom('押金', '🏕️👨‍👩‍👧', '退还。', 'x'.repeat(70)));
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '\n\n', '. ', '。'))).map((parts) => parts.flat().join(''));
    const bare = (each: string) => each.replace(/\s/g, '');
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (whole, limit) => {
        const pieces = piecesOf(whole, limit);
        expect(pieces.every((piece) => piece.length <= limit && piece.isWellFormed())).toBe(true);
        expect(bare(pieces.join(''))).toBe(bare(whole));
      }),
    );
  });
});

describe('passages of a document', () => {
  const document = { id: 'd', locale: 'en', domain: 'internal_kb', title: 'Deposits' } as const;
  it('one section keeps the id; several are numbered and named by their headings', () => {
    expect(passagesOf({ ...document, text: '# Deposits\nText' }).map(({ passage }) => [passage.id, passage.title])).toEqual([
      ['d', 'Deposits'],
    ]);
    const parts = passagesOf({ ...document, text: 'Intro\n# When\nSoon\n# How\nBack' }).map(({ passage }) => [passage.id, passage.title]);
    expect(parts).toEqual([
      ['d#1', 'Deposits'],
      ['d#2', 'Deposits · When'],
      ['d#3', 'Deposits · How'],
    ]);
  });
  it('machinery, directives and hidden characters never get in, even across pieces', () => {
    const text = `Fee ¥5\u200B0.\u{E0041} <|im_start|><itemCard id="x"/> <tool_call>${'a b. '.repeat(400)}</tool_call> End.`;
    const all = passagesOf({ ...document, text })
      .map(({ passage }) => passage.text)
      .join('\n');
    expect(all).toContain('Fee ¥50.');
    expect(all).toContain('End.');
    expect(all).not.toMatch(/im_start|itemCard|tool_call|a b\./);
  });
});
