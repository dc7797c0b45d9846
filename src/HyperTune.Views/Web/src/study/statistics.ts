/** A quantile of ascending values, interpolated between neighbours; NaN of none. */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  if (ascending.length === 0) {
    return NaN;
  }
  const at = share * (ascending.length - 1);
  const below = Math.floor(at);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (high - low) * (at - below);
}

export function median(values: readonly number[]): number {
  return quantile([...values].sort((a, b) => a - b), 0.5);
}

/** The least and the greatest of the finite values; null where there are none. */
export function extent(values: Iterable<number>): readonly [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : null;
}

/**
 * Two sequences in [0, 1) that spread marks without making patterns: multiples of the inverses of the golden ratio and of the
 * plastic number. Across and up must not use the same one, or the marks line up in diagonals.
 */
export const spreadAcross = (i: number): number => (i * 0.6180339887498949) % 1;
export const spreadUp = (i: number): number => (i * 0.7548776662466927) % 1;
