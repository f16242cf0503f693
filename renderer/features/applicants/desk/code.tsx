// The code itself: black on white in every theme, or a phone cannot read it. Its quiet zone is part of the drawing.
import type { CallOutput } from '../../../../preload/contract/index.ts';

type Code = NonNullable<CallOutput<'applicantRequest.get'>['link']>['code'];

export function CodeDrawing({ code, label }: { code: Code; label: string }) {
  const { modules, drawing } = code;
  return (
    <svg className="qr" viewBox={`0 0 ${modules} ${modules}`} role="img" aria-label={label}>
      <rect className="qr-ground" width={modules} height={modules} />
      <path className="qr-ink" d={drawing} />
    </svg>
  );
}
