// A part that appears below what was asked: it takes the focus as it comes, so that it is seen and read.
import { type ReactNode, useEffect, useRef } from 'react';

export function Arrived({ label, children }: { label: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part that takes the focus, not a set of fields
    <div ref={place} tabIndex={-1} role="group" aria-label={label}>
      {children}
    </div>
  );
}
