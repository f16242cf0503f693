// The three steps as drawings of our own: hold the phone over the code, choose in or out, see the confirmation. They are drawn once in a
// document and used on every page.

/** To stand once at the beginning of the body. Decoration: the words beneath say the same. */
export const stepDrawings = `<svg class="defs" aria-hidden="true"><defs>
<symbol id="step-scan" viewBox="0 0 120 72"><g class="line">
<path d="M8 12h32v32H8z M15 19h7v7h-7z M26 19h7v7h-7z M15 30h7v7h-7z M27 31h5v5h-5z"/>
<rect x="66" y="4" width="34" height="62" rx="5"/><path d="M78 59h10"/>
<path class="mark" d="M73 20v-7h7 M86 13h7v7 M93 36v7h-7 M80 43h-7v-7"/><path class="mark" d="M46 28h13 M54 22l6 6l-6 6"/></g></symbol>
<symbol id="step-choose" viewBox="0 0 120 72"><g class="line">
<path d="M22 8h26v56H22z"/><circle cx="42" cy="37" r="1.6"/><path class="mark" d="M4 36h24 M21 29l7 7l-7 7"/>
<path d="M72 8h26v56H72z"/><circle cx="92" cy="52" r="1.6"/><path class="mark" d="M84 36h30 M107 29l7 7l-7 7"/></g></symbol>
<symbol id="step-done" viewBox="0 0 120 72"><g class="line">
<rect x="43" y="4" width="34" height="62" rx="5"/><path d="M55 59h10"/><circle class="full" cx="60" cy="31" r="12"/><path class="tick" d="M54 31.5l4.2 4.2l8-8.4"/></g></symbol>
<symbol id="step-number" viewBox="0 0 120 72"><g class="line">
<rect x="43" y="4" width="34" height="62" rx="5"/><path d="M55 59h10"/><path class="mark" d="M49 16h22v10H49z"/>
<path d="M51 35h3 M58.500 35h3 M66 35h3 M51 42h3 M58.500 42h3 M66 42h3 M51 49h3 M58.500 49h3 M66 49h3"/></g></symbol>
</defs></svg>`;

export const drawing = (name: 'scan' | 'choose' | 'done' | 'number'): string =>
  `<svg class="drawing" aria-hidden="true"><use href="#step-${name}"/></svg>`;

export const drawingStyle = `.defs{position:absolute;inline-size:0;block-size:0}.drawing{inline-size:9rem;block-size:5.2rem;display:block;margin-inline:auto}
.line{fill:none;stroke:#17242b;stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}.line .mark{stroke:#0b5c8a;stroke-width:3}
.line .full{fill:#1c6b3c;stroke:none}.line .tick{stroke:#fff;stroke-width:3}`;
