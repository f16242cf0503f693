// A message lies where it covers the least.
import { describe, expect, it } from 'vitest';
import { leastCovering } from '../../../renderer/ui/toast-corner.ts';

const window = { width: 683, height: 384 };
const size = { width: 300, height: 90 };
const box = (left: number, top: number, width = 150, height = 40) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the corner of a message', () => {
  it('stays where it is while nothing is in the way', () => {
    expect(leastCovering(size, window, 16, [], 'bottomEnd')).toBe('bottomEnd');
    expect(leastCovering(size, window, 16, [box(20, 20)], 'bottomEnd')).toBe('bottomEnd');
    expect(leastCovering(size, window, 16, [box(20, 20)], 'topEnd')).toBe('topEnd');
  });

  it('moves away from an act, and from two', () => {
    expect(leastCovering(size, window, 16, [box(500, 320)], 'bottomEnd')).toBe('topEnd');
    expect(leastCovering(size, window, 16, [box(500, 320), box(500, 20)], 'bottomEnd')).toBe('bottomStart');
  });

  it('covers the least where every corner is taken', () => {
    const acts = [box(500, 320), box(500, 20), box(20, 320), box(20, 95, 10, 5)];
    expect(leastCovering(size, window, 16, acts, 'bottomEnd')).toBe('topStart');
  });
});
