import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';

/** A part of a window in a file of its own, so that the window's first paint does not wait for it to be parsed. */
export interface Later<Props> {
  readonly Part: (props: Props) => ReactNode;
  /** Brings it without drawing it. */
  readonly fetch: () => Promise<void>;
}

/**
 * What `load` brings, drawn at once if it is here already and `meanwhile` until it is. Unlike React's own `lazy`, a part
 * that was fetched before does not show its stand-by for a moment.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ReactNode): Later<Props> {
  let loaded: ComponentType<Props> | null = null;
  const fetch = async () => {
    loaded ??= await load();
  };
  function Part(props: Props) {
    const [, setHere] = useState(loaded !== null);
    useEffect(() => {
      if (loaded !== null) return;
      fetch().then(
        () => setHere(true),
        // Thrown while drawing, so that the window says that it stumbled.
        (error: unknown) =>
          setHere(() => {
            throw error;
          }),
      );
    }, []);
    return loaded === null ? meanwhile : <Loaded of={loaded} props={props} />;
  }
  return { Part, fetch };
}

function Loaded<Props extends object>({ of: Component, props }: { readonly of: ComponentType<Props>; readonly props: Props }) {
  return <Component {...props} />;
}
