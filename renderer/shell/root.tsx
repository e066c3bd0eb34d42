import { StrictMode, useEffect } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectSnapshots, useSnapshot, useSnapshotState } from '../state/snapshot-store.ts';
import { useTranslate } from '../state/use-translate.ts';
import { Progress } from '../ui/index.ts';
import { Boundary } from './boundary.tsx';
import '../ui/base.css';

/** Puts a window on the page: waits for the first snapshot, keeps theme and language, catches what stumbles. */
export function drawWindow(content: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  connectSnapshots();
  createRoot(root).render(
    <StrictMode>
      <Boundary>
        <FirstSnapshot>{content}</FirstSnapshot>
      </Boundary>
    </StrictMode>,
  );
}

function FirstSnapshot({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslate();
  const here = useSnapshotState((state) => state.snapshot !== null);
  if (!here) {
    return (
      <div className="stumbled">
        <Progress>{t('common.starting')}</Progress>
      </div>
    );
  }
  return <Dressed>{children}</Dressed>;
}

function Dressed({ children }: { readonly children: ReactNode }) {
  const { theme, language } = useSnapshot((snapshot) => snapshot.preferences);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = language;
  }, [theme, language]);
  return children;
}
