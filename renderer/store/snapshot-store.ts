import { create } from 'zustand';
import type { Snapshot } from '../../src/contract/index.ts';
import { bridge } from './bridge.ts';
import { keepEqual } from './keep-equal.ts';

interface SnapshotState {
  readonly snapshot: Snapshot | null;
  /** `performance.now()` when it came; what is an age in it counts on from here. */
  readonly arrivedAt: number;
}

export const useSnapshotState = create<SnapshotState>(() => ({ snapshot: null, arrivedAt: 0 }));

/** Takes a snapshot unless a newer one is here already. */
export function takeSnapshot(next: Snapshot): void {
  const { snapshot } = useSnapshotState.getState();
  if (snapshot !== null && next.seq <= snapshot.seq) return;
  useSnapshotState.setState({ snapshot: keepEqual(snapshot, next), arrivedAt: performance.now() });
}

/** Listens first and asks then, so that no notice falls between the two. */
export function connectSnapshots(): void {
  bridge().onState(takeSnapshot);
  void bridge().call('snapshot').then(takeSnapshot);
}

/** A part of the latest snapshot. Only under the root, which waits for the first one. */
export function useSnapshot<Part>(select: (snapshot: Snapshot) => Part): Part {
  return useSnapshotState((state) => select(present(state.snapshot)));
}

/** The latest snapshot, for event handlers. */
export function currentSnapshot(): Snapshot {
  return present(useSnapshotState.getState().snapshot);
}

function present(snapshot: Snapshot | null): Snapshot {
  if (snapshot === null) throw new Error('drawn before the first snapshot');
  return snapshot;
}
