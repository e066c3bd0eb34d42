import './spinner.css';

/** Turns after 300 ms, so that what is quick does not flicker. */
export function Spinner() {
  return <span className="spinner" aria-hidden="true" />;
}

export interface ProgressProps {
  readonly children: string;
  /** How long it has gone on, seconds; shown from two on (screens, Empty, busy, wrong). */
  readonly seconds?: number;
}

/** Says what is under way, in words. */
export function Progress({ children, seconds = 0 }: ProgressProps) {
  return (
    <p className="progress" role="status">
      <Spinner />
      <span>{seconds >= 2 ? `${children} · ${Math.floor(seconds)} s` : children}</span>
    </p>
  );
}
