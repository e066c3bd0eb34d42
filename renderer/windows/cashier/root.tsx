import { StrictMode, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectSnapshots, useSnapshot, useSnapshotState } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Progress } from '../../ui/index.ts';
import { Boundary } from './boundary.tsx';
import '../../ui/base.css';

/** Main answers in a few; after this somebody wants to know what the window waits for. */
const SAY_STARTING_AFTER_MS = 300;

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
  const here = useSnapshotState((state) => state.snapshot !== null);
  return here ? <Dressed>{children}</Dressed> : <Starting />;
}

/** Says nothing at first: drawing words that are gone in the next frame would only hold up what replaces them. */
function Starting() {
  const { t } = useTranslate();
  const [isSaid, setSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSaid(true);
    }, SAY_STARTING_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return <div className="stumbled">{isSaid && <Progress>{t('common.starting')}</Progress>}</div>;
}

function Dressed({ children }: { readonly children: ReactNode }) {
  const { theme, language } = useSnapshot((snapshot) => snapshot.preferences);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = language;
  }, [theme, language]);
  return children;
}
