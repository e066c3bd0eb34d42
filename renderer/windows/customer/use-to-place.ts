import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** Whether this window waits to be dragged to the customer's screen: main says so in its address. */
export function useToPlace(): boolean {
  return useSyncExternalStore(subscribe, () => location.hash === '#to-place');
}
