import { useMemo } from 'react';
import { code128Bars } from './code128.ts';
import './barcode.css';

export interface BarcodeProps {
  readonly text: string;
  /** What a screen reader says of it. */
  readonly label: string;
}

/** Blank modules that Code 128 wants on either side. */
const QUIET_MODULES = 10;

/** Code 128, black on white in every theme, with its text under it. The style sheet says how wide a module is. */
export function Barcode({ text, label }: BarcodeProps) {
  const found = useMemo(() => code128Bars(text), [text]);
  const width = (found?.width ?? 0) + 2 * QUIET_MODULES;
  return (
    <figure className="barcode">
      {found !== null && (
        <svg
          className="barcode__bars"
          viewBox={`0 0 ${width} 1`}
          preserveAspectRatio="none"
          shapeRendering="crispEdges"
          role="img"
          aria-label={label}
          style={{ width: `calc(${width} * var(--module))` }}
        >
          {found.bars.map((bar) => (
            <rect key={bar.x} x={bar.x + QUIET_MODULES} y={0} width={bar.width} height={1} />
          ))}
        </svg>
      )}
      <figcaption className="barcode__text">{text}</figcaption>
    </figure>
  );
}
