/** Tiles at least this wide and exactly this high, so many pixels between (screens, Language of form). */
export const TILE_MIN_WIDTH = 132;
export const TILE_HEIGHT = 88;
export const TILE_GAP = 8;
/** Rows drawn beyond the edge, so that a flick shows no gap. */
const SPARE_ROWS = 2;

export interface GridWindow {
  readonly columns: number;
  /** Pixels of the whole grid. */
  readonly height: number;
  /** First tile drawn, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Pixels above the first row drawn. */
  readonly offset: number;
}

/** Which of `count` tiles must exist for what is in sight. Sizes in pixels. */
export function gridWindow(count: number, width: number, viewHeight: number, scrollTop: number): GridWindow {
  const columns = Math.max(1, Math.floor((width + TILE_GAP) / (TILE_MIN_WIDTH + TILE_GAP)));
  const rowHeight = TILE_HEIGHT + TILE_GAP;
  const rows = Math.ceil(count / columns);
  const firstRow = Math.max(0, Math.min(rows, Math.floor(scrollTop / rowHeight) - SPARE_ROWS));
  const lastRow = Math.min(rows, Math.ceil((scrollTop + viewHeight) / rowHeight) + SPARE_ROWS);
  return {
    columns,
    height: Math.max(0, rows * rowHeight - TILE_GAP),
    from: Math.min(count, firstRow * columns),
    to: Math.min(count, lastRow * columns),
    offset: firstRow * rowHeight,
  };
}
