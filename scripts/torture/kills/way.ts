import type { Operation } from '../../../src/protocol/index.ts';
import type { Hands } from './hands.ts';

/** What cashiers and customers do, on a till at rest with an empty counter. */
export interface Way {
  readonly go: (hands: Hands) => Promise<void>;
  /** What it asks SEQR beside the reads that every payment needs. */
  readonly calls: readonly Operation[];
  /** It begins in a folder that nothing has been done in. */
  readonly fresh?: true;
  /** It needs a SEQR that acknowledges by the version only. */
  readonly versionOnly?: true;
  /** What is looked at happens when the till is started after it has died here. */
  readonly diesFirst?: { readonly at: string; readonly doing: (hands: Hands) => Promise<void> };
  /** What is looked at happens when a till is started: in an empty folder, or on what an older Kassa left, whose SEQR is gone. */
  readonly start?: 'empty' | 'old';
}
