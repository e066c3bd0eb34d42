/** What a till does while something fails. */
export const SCENES = ['sale', 'tab', 'refund', 'close', 'start'] as const;
export type SceneName = (typeof SCENES)[number];

/** How the disk fails at one touch: it refuses, once or for a while; or Kassa dies there, before it is on disk or after. */
export const DISK_FAULTS = ['full', 'io', 'locked', 'readOnly', 'full for a while', 'io for a while', 'dies before', 'dies after'] as const;
export type DiskFault = (typeof DISK_FAULTS)[number];

/** How one call goes wrong: never sent; lost on its way there or back; processed and answered with what is no answer. */
export const WIRE_FAULTS = ['notSent', 'drop:before', 'drop:after', 'http-500-good-body:after'] as const;
export type WireFault = (typeof WIRE_FAULTS)[number];

/** One schedule: the `nth` touch of the disk, or call to SEQR, of a scene fails in one way. */
export type Point =
  | { readonly scene: SceneName; readonly of: 'disk'; readonly nth: number; readonly fault: DiskFault }
  | { readonly scene: SceneName; readonly of: 'wire'; readonly nth: number; readonly fault: WireFault };

export interface Counted {
  readonly touches: number;
  readonly calls: number;
}

/** Every point of a scene in which so much happens when nothing fails. */
export function pointsOf(scene: SceneName, { touches, calls }: Counted): readonly Point[] {
  const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);
  return [
    ...upTo(touches).flatMap((nth) => DISK_FAULTS.map((fault) => ({ scene, of: 'disk', nth, fault }) as const)),
    ...upTo(calls).flatMap((nth) => WIRE_FAULTS.map((fault) => ({ scene, of: 'wire', nth, fault }) as const)),
  ];
}

/** The same points in an order that is another for each seed. */
export function shuffled(points: readonly Point[], seed: number): readonly Point[] {
  let state = seed >>> 0;
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return points
    .map((point) => ({ point, at: draw() }))
    .sort((one, other) => one.at - other.at)
    .map(({ point }) => point);
}
