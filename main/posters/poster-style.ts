// How posters look on paper. One rem is 4 mm on an A4 and √2 less on an A5: the same poster, smaller. Every box has its place whatever
// stands in it, so that what is the same on all posters and what is a site's own can be drawn apart and fit. A page keeps its boxes to
// itself (`contain`): else the browser asks of each box on which of five hundred sheets it lies, which is a quarter of the printing.
import type { PosterSize } from '../../preload/contract/posters.ts';
import { drawingStyle } from './poster-drawing.ts';

/** Millimetres. */
export const paper: Record<PosterSize, { width: number; height: number; rem: number }> = {
  a4: { width: 210, height: 297, rem: 4 },
  a5: { width: 148, height: 210, rem: 2.828 },
  badge: { width: 86, height: 54, rem: 1 },
};

/** Side of the code on paper with its quiet zone, in rem. */
const codeRem: Record<PosterSize, number> = { a4: 21.5, a5: 21.5, badge: 40 };

/** Millimetres, the quiet zone included: 86 on an A4, 60 on an A5, 40 on a badge. */
export const codeSide = (size: PosterSize): number => codeRem[size] * paper[size].rem;

const shared = (size: PosterSize): string => {
  const { width, height, rem } = paper[size];
  return `@page{size:${width}mm ${height}mm;margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html{font-size:${rem}mm;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-family:"Noto Sans","Noto Sans Arabic";color:#17242b;line-height:1.25;overflow-wrap:anywhere}
.page{inline-size:${width}mm;block-size:${height}mm;contain:strict;overflow:hidden;position:relative;break-after:page}
.page:last-child{break-after:auto}
.box{position:absolute;inset-inline:3rem;display:flex;flex-direction:column;justify-content:center}
.site h1{display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden;flex:none}
.code{inline-size:${codeRem[size]}rem;block-size:${codeRem[size]}rem;display:block;margin-inline:auto}
.number{font-weight:700;letter-spacing:.04em;white-space:nowrap}
.band{position:absolute;inset-inline:0;inset-block-start:0;background:#5b3a8c;color:#fff;font-weight:700;text-align:center}
[dir=rtl]{line-height:1.45}`;
};

const sheet = `.box{text-align:center}
.band{padding:.5rem 1rem;font-size:1.1rem}
.titles{inset-block-start:3.2rem;block-size:10rem;text-wrap:balance}
.frame{inset-block-start:13.6rem;block-size:28.6rem;border:.22rem solid #17242b;border-radius:1rem}
.codebox{inset-block-start:13.9rem;block-size:21.5rem}
.numberbox{inset-block-start:35.2rem;block-size:3.1rem}.number{font-size:2.2rem}
.alone.numberbox{inset-block-start:20rem;block-size:10rem}.alone .number{font-size:4.4rem}
.hint{inset-block-start:38.3rem;block-size:3.4rem;inset-inline:4rem;font-size:1rem;color:#3b474e}
.steps{inset-block-start:43rem;block-size:16rem;flex-direction:row;justify-content:stretch;gap:1.2rem;list-style:none;text-wrap:balance}
.steps li{flex:1 1 0;min-inline-size:0}
.steps p{margin-block-start:.25rem;font-weight:700;line-height:1.2}
.shown{display:flex;justify-content:center;align-items:center;gap:.8rem}
.count{inline-size:2rem;block-size:2rem;line-height:2rem;border-radius:50%;background:#17242b;color:#fff;font-weight:700;font-size:1.2rem}
.breaks{inset-block-start:59.2rem;block-size:6.5rem;border-block:.12rem solid #17242b;font-weight:700}
.foot{inset-block:66rem .9rem;justify-content:flex-start;text-align:start;font-size:1rem}
.site{inset-inline:3rem 32.5rem}.until{inset-inline:21rem 20.5rem}.call{inset-inline:33rem 3rem}
.site h1{font-size:1.4rem;line-height:1.25;-webkit-line-clamp:2}
.longer h1{font-size:1.15rem;line-height:1.2;-webkit-line-clamp:4}.longest h1{font-size:.9rem;line-height:1.15;-webkit-line-clamp:6}
.longest .address{font-size:.86rem;line-height:1.15}
.foot.value{justify-content:flex-end;line-height:1.15;text-wrap:balance}.value strong{font-size:1.5rem}.call strong{font-size:1.1rem;line-height:1.1}
.label{color:#3b474e;font-size:.86rem;line-height:1.18}
${['3', '2.2', '2', '1.7'].map((size, at) => `.n${at + 1} .titles p{font-size:${size}rem;font-weight:700;line-height:1.2}`).join('')}
.titles p[dir=rtl]{line-height:1.4}
${['1.5', '1.25', '1.1', '1'].map((size, at) => `.n${at + 1} .steps p{font-size:${size}rem}`).join('')}
${['1.6', '1.35', '1.2', '1.1'].map((size, at) => `.n${at + 1} .breaks{font-size:${size}rem}`).join('')}
${drawingStyle}`;

const badge = `.box{inset-inline:43rem 2rem;justify-content:flex-start;text-align:start;font-size:2.3rem}
.band{line-height:4.6rem;white-space:nowrap}${['2.6', '2.6', '2.2', '1.7'].map((size, at) => `.n${at + 1} .band{font-size:${size}rem}`).join('')}
.codebox{inset-inline:1rem auto;inset-block-start:9.5rem;inline-size:40rem}
.alone.numberbox{inset-inline:2rem 44rem;inset-block-start:7.5rem;block-size:44rem;justify-content:center;text-align:center}
.alone .number{font-size:6rem;white-space:normal;line-height:1.3}
.site{inset-block-start:5.6rem;block-size:10.6rem;line-height:1.15}.site h1{font-size:2.6rem;line-height:1.1;-webkit-line-clamp:2}.address{font-size:2.1rem}
.longer h1,.longest h1{font-size:2.2rem}
.lines{inset-block-start:16.4rem;block-size:18.4rem;justify-content:center;font-weight:700}.lines p{margin-block-end:.3rem;line-height:1.15}
.numberbox{inset-block-start:34.9rem;block-size:4.4rem;justify-content:center}.number{font-size:3.4rem}
.until{inset-block-start:39.3rem;block-size:8rem}.label{font-size:1.9rem;line-height:1.2}.until.value{justify-content:flex-end}.until strong{font-size:2.7rem;line-height:1.1}
.call{inset-block-start:47.6rem;block-size:5.6rem;font-size:2.1rem;line-height:1.2;text-wrap:balance}
${['3.2', '3', '2.6', '2.05'].map((size, at) => `.n${at + 1} .lines{font-size:${size}rem}`).join('')}`;

export const posterStyle = (size: PosterSize): string =>
  `${shared(size)}\n${size === 'badge' ? badge : sheet}`;
