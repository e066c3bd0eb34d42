export interface BarsProps {
  /** In minor units. */
  readonly bars: readonly { readonly name: string; readonly minor: number }[];
}

const WIDTH = 600;
const BAR = 16;
const TEXT = 20;
const GAP = 12;
/** More than these are no picture any more. */
const MAX_BARS = 12;

/** The figures of the table as lengths: for the eye only, the table is what is read. Nothing for a single figure. */
export function Bars({ bars }: BarsProps) {
  const most = Math.max(...bars.map(({ minor }) => Math.abs(minor)));
  if (bars.length < 2 || bars.length > MAX_BARS || most === 0) return null;
  return (
    <svg className="bars" viewBox={`0 0 ${WIDTH} ${bars.length * (TEXT + BAR + GAP)}`} aria-hidden="true">
      {bars.map(({ name, minor }, index) => (
        <g key={name} transform={`translate(0 ${index * (TEXT + BAR + GAP)})`}>
          <text className="bars__name" y={TEXT - 6}>
            {name}
          </text>
          <rect
            className={minor < 0 ? 'bars__back' : 'bars__in'}
            y={TEXT}
            width={Math.max(2, (Math.abs(minor) / most) * WIDTH)}
            height={BAR}
            rx={4}
          />
        </g>
      ))}
    </svg>
  );
}
