// The sounds of the registration point, made on the spot: rising for in, falling for out, two low ones for neither.
import type { Tone } from './stage.ts';

/** Hertz, and from which hundredth of a second on. */
const notes: Record<Tone, readonly (readonly [hertz: number, at: number])[]> = {
  IN: [
    [587, 0],
    [880, 14],
  ],
  OUT: [
    [880, 0],
    [587, 14],
  ],
  no: [
    [196, 0],
    [196, 26],
  ],
  ask: [[440, 0]],
};
const lasts: Record<Tone, number> = { IN: 0.26, OUT: 0.26, no: 0.2, ask: 0.12 };

let made: AudioContext | null = null;

/** A browser lets a page sound once somebody has pressed a key or touched the screen. */
export function wakeSound(): void {
  made ??= new AudioContext();
  if (made.state === 'suspended') void made.resume().catch(() => {});
}

export function play(tone: Tone): void {
  wakeSound();
  const context = made;
  if (context === null) return;
  for (const [hertz, at] of notes[tone]) {
    const begin = context.currentTime + at / 100;
    const end = begin + lasts[tone];
    const voice = context.createOscillator();
    const loudness = context.createGain();
    voice.type = tone === 'no' ? 'square' : 'sine';
    voice.frequency.value = hertz;
    // Without a slope at both ends it clicks.
    loudness.gain.setValueAtTime(0, begin);
    loudness.gain.linearRampToValueAtTime(tone === 'no' ? 0.25 : 0.6, begin + 0.02);
    loudness.gain.setValueAtTime(tone === 'no' ? 0.25 : 0.6, end - 0.06);
    loudness.gain.linearRampToValueAtTime(0, end);
    voice.connect(loudness).connect(context.destination);
    voice.start(begin);
    voice.stop(end);
  }
}
