import { directiveLimits } from '../../../protocol/directives.ts';
import { type Asked, drop, type Judged, verdict } from './judged.ts';

/** G9: as an item card; the video itself comes from the item's own media when the card is made. */
export function judgeVideoCard({ attributes, evidence }: Asked): Judged {
  const id = attributes.get('id');
  if (id === undefined) return drop('attributes', 'videoCard', 'a videoCard needs an id');
  if (!evidence.inLedger(id)) return drop('ledger', id, 'no search of this conversation returned this id');
  const { videos } = evidence.shown;
  if (videos.has(id)) return drop('repeat', id, 'this message shows the video already');
  if (videos.size >= directiveLimits.itemCards) return drop('limit', id, `a message shows at most ${directiveLimits.itemCards} videos`);
  videos.add(id);
  return { directive: { name: 'videoCard', id }, verdicts: [verdict('ledger', 'passed', id, 'returned by a search of this conversation')] };
}
