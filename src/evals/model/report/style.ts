/** The page's own style: one column, both colour schemes, nothing fetched. Contrast of text at least 4.5:1, of bars 3:1. */
export const style = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d1b18;--soft:#625d55;--line:#dcd7cc;--a:#9a5b13;--b:#1f6f78;--card:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#161513;--ink:#f0ede6;--soft:#aaa398;--line:#3a3732;--a:#e0a458;--b:#6cc3cc;--card:#1e1d1a}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC",sans-serif}
main{max-width:56rem;margin:0 auto;padding:clamp(1.25rem,4vw,3.5rem) clamp(1rem,4vw,2rem)}
.eyebrow{margin:0;color:var(--soft);font-size:.8125rem;letter-spacing:.06em;text-transform:uppercase}
h1{margin:.15em 0 .3em;font-size:clamp(1.6rem,5vw,2.4rem);line-height:1.15;letter-spacing:-.015em;overflow-wrap:anywhere}.versus{color:var(--soft);font-weight:400}
.lead{margin:0;color:var(--soft);max-width:42rem}h2{margin:0 0 .6rem;font-size:1.2rem}h3{margin:1.6rem 0 .5rem;font-size:1rem}.count{color:var(--soft);font-weight:400}
section{margin-top:2.75rem}section>p{max-width:42rem}footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
.legend{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;margin:.25rem 0 .75rem;font-size:.9375rem}.key{display:inline-block;width:.9rem;height:.9rem;border-radius:3px}.key.b{margin-left:1rem}.key.a{background:var(--a)}.key.b{background:var(--b)}
.chart{overflow-x:auto}.chart:focus-visible{outline:2px solid var(--b);outline-offset:4px}svg{display:block;width:100%;height:auto;min-width:38rem}
rect.a{fill:var(--a)}rect.b{fill:var(--b)}.line{fill:none;stroke-width:2.5;stroke-linejoin:round}.line.a{stroke:var(--a)}.line.b{stroke:var(--b);stroke-dasharray:7 4}
.tick{stroke:var(--line)}text{fill:var(--ink);font:12px system-ui,"Noto Sans CJK SC",sans-serif}text.name{text-anchor:end;font-size:13px}text.axis{text-anchor:middle;fill:var(--soft)}text.axis.left{text-anchor:end}text.value{font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto;margin-top:1rem;border:1px solid var(--line);border-radius:10px;background:var(--card)}.scroll:focus-visible{outline:2px solid var(--b);outline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}th,td{padding:.5rem .8rem;text-align:left;vertical-align:top}tbody tr+tr>*{border-top:1px solid var(--line)}thead th{color:var(--soft);font-weight:500;font-size:.8125rem;border-bottom:1px solid var(--line)}tbody th{font-weight:500;white-space:nowrap}td{min-width:7.5rem}
@media print{.scroll{overflow:visible}}
`;
