// How the notice of a site looks on an A4, beside what it shares with a poster.

export const noticeStyle = `.notice{padding:3.3rem 3rem 1.5rem;display:grid;gap:1rem;line-height:1.28}
.notice .head{display:grid;grid-template-columns:1fr auto;gap:1.5rem;align-items:start}
.notice .head h1{font-size:1.7rem;line-height:1.2;text-wrap:balance}.notice .head p{font-size:1.05rem;margin-block-start:.3rem}
.notice .code{inline-size:12rem;block-size:12rem;margin-block:-.9rem}.notice .number{font-size:1.25rem;text-align:center}
.ways{display:grid;gap:1rem 2rem;align-content:start}.n3 .ways,.n4 .ways{grid-template-columns:1fr 1fr}
.way{border-block-start:.15rem solid #17242b;padding-block-start:.4rem;min-inline-size:0}
.way h2{font-size:1.35rem;line-height:1.25;margin-block-end:.3rem}.way h3{font-size:1.05em;margin-block-start:.45em}
.way p+p{margin-block-start:.4em}
${['1.5', '1.2', '.95', '.9'].map((size, at) => `.n${at + 1} .way{font-size:${size}rem}`).join('')}
.ownwords{border:.15rem solid #17242b;border-radius:.6rem;padding:.6rem 1rem;font-size:1.05rem;white-space:pre-line}
.ownwords h2{font-size:.95rem;color:#3b474e;font-weight:400}`;
