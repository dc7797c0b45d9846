/** A local mean over a square, and how much lies near each place. */
export interface Field {
  /** Cells across and up; row by row from the low end of both axes. */
  readonly size: number;
  /** From 0 to 1; NaN where nothing is near. */
  readonly mean: Float64Array;
  /** In trials. */
  readonly weight: Float64Array;
}

export interface FieldPoint {
  /** From 0 to 1 along each axis. */
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** Below that many trials' weight nothing is said of a place. */
export const leastWeight = 1.1;

/**
 * The mean of the points near each cell, weighted by a Gaussian kernel: m(x) = sum k(x - x_i) v_i / sum k(x - x_i). Points are counted
 * into the cells first and the kernel is applied along each axis in turn, so that the time does not grow with points times cells.
 */
export function localMean(points: readonly FieldPoint[], size: number, widthX: number, widthY: number): Field {
  const sum = new Float64Array(size * size);
  const count = new Float64Array(size * size);
  for (const { x, y, value } of points) {
    const cell = Math.min(size - 1, Math.floor(y * size)) * size + Math.min(size - 1, Math.floor(x * size));
    sum[cell]! += value;
    count[cell]! += 1;
  }
  const kernelX = kernel(widthX * size);
  const kernelY = kernel(widthY * size);
  const smooth = (cells: Float64Array) => convolve(convolve(cells, size, kernelX, 1, size), size, kernelY, size, 1);
  const weight = smooth(count);
  const mean = smooth(sum).map((s, i) => (weight[i]! > 1e-6 ? s / weight[i]! : NaN));
  return { size, mean, weight };
}

/** Half of a kernel, its middle first. Not normalised: a trial weighs 1 at its place. */
function kernel(sigma: number): Float64Array {
  const reach = Math.max(1, Math.ceil(sigma * 3));
  return Float64Array.from({ length: reach + 1 }, (_, i) => Math.exp(-(i * i) / (2 * sigma * sigma)));
}

function convolve(cells: Float64Array, size: number, half: Float64Array, stride: number, line: number): Float64Array {
  const made = new Float64Array(cells.length);
  for (let l = 0; l < size; l++) {
    for (let i = 0; i < size; i++) {
      const value = cells[l * line + i * stride]!;
      if (value === 0) {
        continue;
      }
      for (let k = Math.max(0, i - half.length + 1); k < Math.min(size, i + half.length); k++) {
        made[l * line + k * stride]! += value * half[Math.abs(k - i)]!;
      }
    }
  }
  return made;
}
