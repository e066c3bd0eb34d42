import { currentSnapshot } from '../store/snapshot-store.ts';

let context: AudioContext | null = null;

/** One soft note; a machine without sound is no reason to fail. */
function note(frequencyHz: number, afterMs: number, lengthMs: number, loudness: number): void {
  try {
    context ??= new AudioContext();
    const from = context.currentTime + afterMs / 1000;
    const to = from + lengthMs / 1000;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = frequencyHz;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(loudness, from + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.0001, to);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(from);
    oscillator.stop(to);
  } catch {
    context = null;
  }
}

/** A scan was read. */
export function tick(): void {
  if (currentSnapshot().preferences.sounds.scan) note(1760, 0, 40, 0.08);
}

/** PAID: two notes, rising. */
export function paidNotes(): void {
  if (!currentSnapshot().preferences.sounds.paid) return;
  note(659, 0, 220, 0.16);
  note(988, 150, 420, 0.16);
}

/** "Look at the screen": one low note. */
export function attention(): void {
  if (currentSnapshot().preferences.sounds.attention) note(196, 0, 420, 0.22);
}
