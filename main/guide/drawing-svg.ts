// A sketch as SVG text for the printed checklist: dark lines on white, with its alternative text.
import {
  arrowPath,
  type Drawing,
  type Shape,
  type Written,
} from '../../preload/rules/guide/drawings/drawing.ts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);

const boxes = {
  sheet: 'fill="#fff" stroke="#b9c0c4"',
  field: 'fill="#fff" stroke="#5d686e"',
  button: 'fill="#f2f4f5" stroke="#5d686e"',
  hot: 'fill="#0d4f5f" stroke="#0d4f5f"',
} as const;
const inks = {
  plain: 'fill="#17242b"',
  quiet: 'fill="#4a565c"',
  strong: 'fill="#17242b" font-weight="600"',
  hot: 'fill="#fff" font-weight="600"',
} as const;

export function drawingSvg(drawing: Drawing, write: (written: Written) => string, alt: string): string {
  const { width, height, shapes } = drawing;
  const inside = shapes.map((shape) => shapeSvg(shape, write)).join('');
  return `<svg role="img" aria-label="${escapeHtml(alt)}" viewBox="0 0 ${width} ${height}" font-size="12">${inside}</svg>`;
}

function shapeSvg(shape: Shape, write: (written: Written) => string): string {
  switch (shape.kind) {
    case 'box':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="3" ${boxes[shape.look]}/>`;
    case 'words':
      return `<text x="${shape.x}" y="${shape.y}"${shape.middle === true ? ' text-anchor="middle"' : ''} ${inks[shape.look]}>${escapeHtml(write(shape.written))}</text>`;
    case 'tick':
      return `<rect x="${shape.x - 6}" y="${shape.y - 6}" width="12" height="12" fill="#fff" stroke="#5d686e"/>${
        shape.on
          ? `<path d="m${shape.x - 4} ${shape.y} 3 3 5-6" fill="none" stroke="#0d4f5f" stroke-width="2"/>`
          : ''
      }`;
    case 'dot':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="6" fill="#fff" stroke="#5d686e"/>${
        shape.on ? `<circle cx="${shape.x}" cy="${shape.y}" r="3" fill="#0d4f5f"/>` : ''
      }`;
    case 'arrow':
      return `<path d="${arrowPath(shape)}" fill="none" stroke="#0d4f5f" stroke-width="2"/>`;
    case 'act':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="9" fill="#0d4f5f"/><text x="${shape.x}" y="${shape.y + 4}" text-anchor="middle" fill="#fff" font-weight="600">${shape.number}</text>`;
  }
}
