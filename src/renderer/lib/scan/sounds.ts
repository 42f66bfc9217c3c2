interface Tone {
  frequencyHz: number;
  durationMs: number;
  shape: OscillatorType;
}

const SUCCESS: readonly Tone[] = [{ frequencyHz: 1760, durationMs: 70, shape: 'sine' }];
const FAILURE: readonly Tone[] = [
  { frequencyHz: 233, durationMs: 160, shape: 'square' },
  { frequencyHz: 175, durationMs: 280, shape: 'square' },
];
const VOLUME = 0.2;
/** Fades each tone in and out, because a tone that starts or stops at full volume clicks. */
const FADE_S = 0.008;

let context: AudioContext | undefined;

/** A short high beep: the scan is on the ticket. */
export function playSuccess(): void {
  play(SUCCESS);
}

/** Two low tones, distinct from the beep even in a noisy shop: the scan failed or was refused. */
export function playFailure(): void {
  play(FAILURE);
}

function play(tones: readonly Tone[]): void {
  context ??= new AudioContext();
  const audio = context;
  // Chromium keeps the context suspended until the first key or click in the window.
  void audio.resume();
  let start = audio.currentTime;
  for (const tone of tones) {
    const end = start + tone.durationMs / 1000;
    const oscillator = new OscillatorNode(audio, { frequency: tone.frequencyHz, type: tone.shape });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(VOLUME, start + FADE_S);
    gain.gain.setValueAtTime(VOLUME, end - FADE_S);
    gain.gain.linearRampToValueAtTime(0, end);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(start);
    oscillator.stop(end);
    start = end;
  }
}
