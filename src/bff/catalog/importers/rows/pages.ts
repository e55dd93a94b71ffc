import { Parser } from 'htmlparser2';
import { FeedBroken, isRecord, LONGEST_RECORD, type Row, tooLong } from './row.ts';

/**
 * The schema.org objects of a web page: what its `application/ld+json` scripts hold, `@graph` opened.
 * @throws FeedBroken for a page larger than a record may be.
 */
export async function* pageRecords(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  const scripts: string[] = [];
  let inside = false;
  let length = 0;
  const parser = new Parser({
    onopentag(name, { type }) {
      inside = name === 'script' && type?.toLowerCase().trim() === 'application/ld+json';
      if (inside) scripts.push('');
    },
    ontext(text) {
      if (inside) scripts.push((scripts.pop() ?? '') + text);
    },
    onclosetag() {
      inside = false;
    },
  });
  for await (const piece of pieces) {
    length += piece.length;
    if (length > LONGEST_RECORD) throw new FeedBroken(`a page is ${tooLong}`);
    parser.write(piece);
  }
  parser.end();
  for (const script of scripts) yield* objectsOf(script);
}

function* objectsOf(script: string): Generator<Row> {
  let root: unknown;
  try {
    root = JSON.parse(script);
  } catch (error) {
    yield { line: 1, fault: `a script of structured data is no JSON: ${error instanceof Error ? error.message : error}` };
    return;
  }
  const objects = Array.isArray(root) ? root : isRecord(root) && Array.isArray(root['@graph']) ? root['@graph'] : [root];
  for (const value of objects) if (isRecord(value)) yield { line: 1, value };
}
