// The one style sheet of the practice portal: plain, our own, in nothing like the authority's.

export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfcf9, #1b2023);
  --sheet: light-dark(#ffffff, #23292d);
  --ink: light-dark(#1f2a30, #e9e7e1);
  --soft: light-dark(#4b575e, #bdc2c3);
  --line: light-dark(#c9cdca, #465056);
  --edge: light-dark(#6f7a80, #8d989d);
  --act: light-dark(#14566a, #86cbe0);
  --on-act: light-dark(#ffffff, #10242b);
  --band: light-dark(#c8dcf0, #2c4863);
  --band-ink: light-dark(#16324f, #e3eefa);
  --bad: light-dark(#9c1c1c, #f5a9a2);
  --bad-soft: light-dark(#fcedeb, #45231f);
  --good: light-dark(#1c5b34, #95d8ad);
  --good-soft: light-dark(#e7f5ec, #1d3a29);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 400 1rem/1.55 system-ui, "Segoe UI", sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--act); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid light-dark(#1a5fb4, #9cc9ff); outline-offset: 2px; border-radius: 2px; }
.band {
  background: var(--band);
  color: var(--band-ink);
  margin: 0;
  max-inline-size: none;
  padding: 0.5rem 1.25rem;
  border-block-end: 0.375rem solid transparent;
  border-image: repeating-linear-gradient(-45deg, var(--band-ink) 0 0.5rem, var(--band) 0.5rem 1rem) 6;
}
.band strong { margin-inline-end: 0.5rem; letter-spacing: 0.04em; text-transform: uppercase; }
.inner { padding: 0.75rem 1.25rem 0; max-inline-size: 62rem; margin-inline: auto; }
.head { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; justify-content: space-between; }
.home { font-weight: 650; color: inherit; text-decoration: none; padding-block: 0.25rem; }
.home:hover { text-decoration: underline; }
.person { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; color: var(--soft); }
.row { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; margin: 0; padding: 0; }
.row a { display: inline-block; padding-block: 0.25rem; }
[aria-current] { font-weight: 650; color: var(--ink); text-decoration-thickness: 0.125em; }
.head + .head { padding-block: 0.5rem; }
.enterprise { margin: 0; }
.number { font-variant-numeric: tabular-nums slashed-zero; white-space: nowrap; color: var(--soft); }
.services { border-block: 1px solid var(--line); padding-block: 0.25rem; }
main { max-inline-size: 62rem; margin-inline: auto; padding: 0.5rem 1.25rem 4rem; }
main:focus { outline: none; }
h1 { font-size: 1.625rem; line-height: 1.25; margin-block: 1rem; }
h2 { font-size: 1.125rem; line-height: 1.3; margin-block: 2rem 0.5rem; }
p, ul.plain, dl { max-inline-size: 62ch; }
.lead { color: var(--soft); }
.errors, .notice { max-inline-size: 62ch; padding: 0.75rem 1rem; border-radius: 4px; border-inline-start: 0.375rem solid; }
.errors { background: var(--bad-soft); border-color: var(--bad); }
.errors h2 { margin: 0 0 0.25rem; color: var(--bad); }
.errors ul { margin: 0; padding-inline-start: 1.25rem; }
.errors a { color: inherit; }
.errors p { margin-block: 0.5rem 0; }
.notice { background: var(--good-soft); border-color: var(--good); color: var(--good); font-weight: 550; }
form { max-inline-size: 40rem; margin-block: 1rem; }
form.inline { display: inline-block; margin: 0; }
.inline .acts { margin: 0; }
.field, fieldset { margin: 0 0 1.25rem; }
fieldset { border: 1px solid var(--line); border-radius: 4px; padding: 0.75rem 1rem; }
label, legend { font-weight: 550; }
legend { padding-inline: 0.25rem; }
.hint, .error { margin: 0 0 0.25rem; }
.hint { color: var(--soft); font-size: 0.9375rem; }
.error { color: var(--bad); }
input:not([type="radio"], [type="checkbox"], [type="hidden"]), select {
  display: block;
  inline-size: 100%;
  min-block-size: 2.5rem;
  padding: 0.375rem 0.5rem;
  font: inherit;
  color: inherit;
  background: var(--sheet);
  border: 1px solid var(--edge);
  border-radius: 4px;
}
input[aria-invalid="true"], select[aria-invalid="true"] { border: 2px solid var(--bad); }
.choice { display: grid; grid-template-columns: auto 1fr; gap: 0 0.625rem; padding-block: 0.375rem; align-items: start; }
.choice input { inline-size: 1.25rem; block-size: 1.25rem; margin: 0.15rem 0 0; accent-color: var(--act); }
.choice label { font-weight: 400; }
.choice .hint { grid-column: 2; }
.acts { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; align-items: center; margin-block: 1.25rem; }
button, .button {
  min-block-size: 2.5rem;
  padding: 0.375rem 1rem;
  font: 550 1rem/1.4 system-ui, "Segoe UI", sans-serif;
  color: var(--on-act);
  background: var(--act);
  border: 1px solid var(--act);
  border-radius: 4px;
  cursor: pointer;
  display: inline-block;
  text-decoration: none;
}
button:hover, .button:hover { text-decoration: underline; }
button.plain { color: var(--act); background: transparent; border-color: var(--edge); min-block-size: 2rem; padding-block: 0.125rem; }
.apart li + li { margin-block-start: 0.75rem; }
.answers button { min-block-size: 3rem; }
.scroll { position: relative; overflow-x: auto; max-inline-size: 100%; }
table { border-collapse: collapse; inline-size: 100%; background: var(--sheet); }
caption { text-align: start; color: var(--soft); padding-block: 0.25rem; }
th, td { text-align: start; vertical-align: top; padding: 0.5rem 0.75rem; border-block-end: 1px solid var(--line); overflow-wrap: normal; }
thead th { color: var(--soft); font-weight: 550; }
tbody th { font-weight: 550; }
dl { display: grid; grid-template-columns: minmax(9rem, auto) 1fr; gap: 0.25rem 1rem; margin-block: 0.5rem; }
dt { color: var(--soft); }
dd { margin: 0; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 4px; padding: 0.25rem 1rem 1rem; margin-block: 1rem; }
.sheet h2, .sheet h3 { margin-block: 0.75rem 0.25rem; }
h3 { font-size: 1rem; margin-block: 1rem 0.25rem; }
input.code:not([type="radio"]) { font-family: ui-monospace, Consolas, monospace; font-size: 0.9375rem; max-inline-size: 40rem; }
.tag { border: 1px solid var(--edge); border-radius: 2px; padding: 0 0.375rem; font-size: 0.875rem; white-space: nowrap; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin-inline-start: -1px; }
.skip { position: absolute; inset-block-start: 0; inset-inline-start: 0; padding: 0.5rem 1rem; background: var(--sheet); transform: translateY(-110%); }
.skip:focus { transform: none; z-index: 1; }
@media (max-width: 34rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-block-end: 0.5rem; }
  .inner, main { padding-inline: 1rem; }
  .answers form, .answers button { inline-size: 100%; }
}
@media (forced-colors: active) { .errors, .notice { border-inline-start: 0.375rem solid; } }
@media (prefers-contrast: more) { :root { --soft: var(--ink); --line: var(--edge); } }
`;
