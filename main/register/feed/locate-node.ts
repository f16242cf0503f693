// Where in a text an element begins of which only the way from the root is known: the checker names no column.
import { SaxesParser } from 'saxes';

/** `/m:mutationFile/mutation[3]/type` → the line and column of its `<`, both from 1. Null: not there, or no element. */
export function locateNode(text: string, xpath: string): { line: number; column: number } | null {
  const steps = xpath.split('/').slice(1).map(readStep);
  if (steps.length === 0 || steps.includes(null)) return null;
  const parser = new SaxesParser({ xmlns: false });
  const counts: Map<string, number>[] = [new Map()];
  // How many steps of the way the open elements are on it.
  let depth = 0;
  let matched = 0;
  let found: { line: number; column: number } | null = null;
  parser.on('error', () => {});
  parser.on('opentagstart', ({ name }) => {
    const siblings = counts[depth] ?? new Map<string, number>();
    const at = (siblings.get(name) ?? 0) + 1;
    siblings.set(name, at);
    const step = steps[depth];
    if (matched === depth && step?.name === name && step.at === at) {
      matched += 1;
      if (matched === steps.length)
        found ??= { line: parser.line, column: parser.columnIndex - name.length - 1 };
    }
    depth += 1;
    counts[depth] = new Map();
  });
  parser.on('closetag', () => {
    depth -= 1;
    matched = Math.min(matched, depth);
  });
  for (let at = 0; at < text.length && found === null; at += 65_536)
    parser.write(text.slice(at, at + 65_536));
  return found;
}

function readStep(step: string): { name: string; at: number } | null {
  const found = /^([^[\]@()]+)(?:\[(\d+)\])?$/.exec(step);
  const [, name = '', at = '1'] = found ?? [];
  return found === null ? null : { name, at: Number(at) };
}
