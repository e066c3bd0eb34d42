import { create } from 'qrcode';
import { useMemo } from 'react';
import './qr-code.css';

/** Modules of white round the code (PF-20). */
const QUIET_ZONE = 4;

/** One path over all dark modules, in module units. */
function qrPath(text: string): { readonly path: string; readonly size: number } {
  const modules = modulesOf(text);
  if (modules === null) return { path: '', size: 0 };
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) !== 0) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  return { path, size: modules.size };
}

/** Null for a text that no code can hold. The core gives none (PF-20); if it did, the window would not go with it. */
function modulesOf(text: string): ReturnType<typeof create>['modules'] | null {
  try {
    return create(text, { errorCorrectionLevel: 'M' }).modules;
  } catch {
    return null;
  }
}

export interface QrCodeProps {
  /** Drawn as it is: never altered, never shortened. */
  readonly text: string;
  /** Accessible name. */
  readonly label: string;
}

/** PF-20: level M, quiet zone of four modules. Fills the width of its place. */
export function QrCode({ text, label }: QrCodeProps) {
  const { path, size } = useMemo(() => qrPath(text), [text]);
  const side = size + 2 * QUIET_ZONE;
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      data-testid="qr"
      data-code={text}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
