import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { takeEndingSignals } from './ending-signals.ts';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

describe('the signals that end Kassa', () => {
  it.each(SIGNALS)('%s ends it before any library hears of it', (signal) => {
    const heard: string[] = [];
    const system = new EventEmitter();
    system.on(signal, () => heard.push('a library'));
    takeEndingSignals(system, () => heard.push('the end'));
    system.emit(signal, signal);
    expect(heard).toEqual(['the end', 'a library']);
  });

  it.each(SIGNALS)('%s: there is a moment without any listener, so that ours is a first one', (signal) => {
    const system = new EventEmitter();
    system.on(signal, () => undefined);
    const counts: number[] = [];
    system.on('newListener', (event) => {
      if (event === signal) counts.push(system.listenerCount(signal));
    });
    takeEndingSignals(system, () => undefined);
    expect(counts[0]).toBe(0);
  });

  it('a listener that is called once stays such a one', () => {
    const heard: string[] = [];
    const system = new EventEmitter();
    system.once('SIGTERM', () => heard.push('a library'));
    takeEndingSignals(system, () => heard.push('the end'));
    system.emit('SIGTERM', 'SIGTERM');
    system.emit('SIGTERM', 'SIGTERM');
    expect(heard).toEqual(['the end', 'a library', 'the end']);
  });

  it('leaves every other signal alone', () => {
    const system = new EventEmitter();
    system.on('SIGUSR2', () => undefined);
    takeEndingSignals(system, () => undefined);
    expect(system.eventNames().sort()).toEqual([...SIGNALS, 'SIGUSR2'].sort());
  });
});
