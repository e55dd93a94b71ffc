import { useLanguage } from '../i18n/language.ts';
import { coarser, difference, type Stretch } from '../text/difference.ts';

function Column({ title, stretches, own }: { title: string; stretches: readonly Stretch[]; own: 'first' | 'second' }) {
  const Tag = own === 'first' ? 'del' : 'ins';
  return (
    <div className="min-w-0 rounded-card border border-line p-3">
      <h3 className="text-tiny font-semibold text-soft">{title}</h3>
      <p className="mt-1 text-body break-words whitespace-pre-wrap">
        {stretches
          .filter(({ side }) => side === 'both' || side === own)
          .map(({ side, text }, index) =>
            side === 'both' ? (
              text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
              <Tag key={index}>
                {text.split(/(\n+)/).map((line, at) =>
                  line.trim() === '' ? (
                    line
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
                    <span key={at} className={`fate ${own === 'first' ? 'fate-dropped' : 'fate-added'}`}>
                      {line}
                    </span>
                  ),
                )}
              </Tag>
            ),
          )}
      </p>
    </div>
  );
}

/** Two texts, what only one of them says marked in it. */
export function TextDifference({ a, b, titles = ['A', 'B'] }: { a: string; b: string; titles?: readonly [string, string] }) {
  const { t } = useLanguage();
  const stretches = coarser(difference(a, b));
  if (stretches.every(({ side }) => side === 'both')) return <p className="text-soft">{a === '' ? t.nothingShown : t.sameText}</p>;
  return (
    <div className="grid grid-cols-2 gap-2 narrow:grid-cols-1">
      <Column title={titles[0]} stretches={stretches} own="first" />
      <Column title={titles[1]} stretches={stretches} own="second" />
    </div>
  );
}
