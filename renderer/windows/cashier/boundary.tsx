import { Component } from 'react';
import type { ReactNode } from 'react';
import { translator } from '../../../src/text/index.ts';
import { useSnapshotState } from '../../store/snapshot-store.ts';
import { Button } from '../../ui/index.ts';
import './boundary.css';

interface BoundaryState {
  readonly error: string | null;
}

/** A window that stumbles says what it means for the money, and what to do. The core goes on without it (PF-01). */
export class Boundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const t = translator(useSnapshotState.getState().snapshot?.preferences.language ?? 'en');
    return (
      <div className="stumbled" role="alert">
        <h1>{t('common.crash.title')}</h1>
        <p>{t('common.crash.money')}</p>
        <Button
          kind="primary"
          size="large"
          onPress={() => {
            window.location.reload();
          }}
        >
          {t('common.crash.action')}
        </Button>
        <p className="soft small selectable">{error}</p>
      </div>
    );
  }
}
