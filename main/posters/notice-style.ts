// How the notice of a site looks on an A4, beside what it shares with a poster.

export const noticeStyle = `.notice{padding:3.6rem 3rem 2rem;display:grid;grid-template-rows:auto 1fr auto;gap:1.2rem;line-height:1.3}
.notice .head{display:grid;grid-template-columns:1fr auto;gap:1.5rem;align-items:start}
.notice .head h1{font-size:1.9rem;line-height:1.2}.notice .head p{font-size:1.15rem;margin-block-start:.4rem}
.notice .code{inline-size:12rem;block-size:12rem;margin-block:-.9rem}.notice .number{font-size:1.25rem;text-align:center}
.ways{display:grid;gap:1.4rem 2rem;align-content:start}.n3 .ways,.n4 .ways{grid-template-columns:1fr 1fr}
.way{border-block-start:.15rem solid #17242b;padding-block-start:.5rem;min-inline-size:0}
.way h2{font-size:1.5rem;line-height:1.25;margin-block-end:.5rem}.way h3{font-size:1.05rem;margin-block-start:.6rem}
.n1 .way,.n2 .way{font-size:1.3rem}.n1 .way h3,.n2 .way h3{font-size:1.35rem}.n3 .way,.n4 .way{font-size:1rem}
.ownwords{border:.15rem solid #17242b;border-radius:.6rem;padding:.8rem 1rem;font-size:1.1rem;white-space:pre-line;max-block-size:16rem;overflow:hidden}
.ownwords h2{font-size:1rem;color:#3b474e;font-weight:400}`;
