/* State charts as data: what a machine may do, for its tests to assert and for docs/state-charts.md to be drawn from. */
export * from './arrow.ts';
