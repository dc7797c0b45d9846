/** Seconds in at most two units: `430 ms`, `1.2 s`, `33 s`, `4 min 10 s`, `2 h 5 min`, `3 d 4 h`. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) {
    return "unknown";
  }
  const size = Math.abs(seconds);
  const sign = seconds < 0 ? "−" : "";
  if (size === 0) {
    return "0 s";
  }
  if (size < 1) {
    const milliseconds = size * 1000;
    return `${sign}${milliseconds < 10 ? Number(milliseconds.toPrecision(2)) : Math.round(milliseconds)} ms`;
  }
  if (size < 59.5) {
    return `${sign}${size < 10 ? Number(size.toPrecision(2)) : Math.round(size)} s`;
  }
  const whole = Math.round(size);
  if (whole < 3600) {
    return sign + two(Math.floor(whole / 60), "min", whole % 60, "s");
  }
  const minutes = Math.round(size / 60);
  if (minutes < 1440) {
    return sign + two(Math.floor(minutes / 60), "h", minutes % 60, "min");
  }
  const hours = Math.round(size / 3600);
  return sign + two(Math.floor(hours / 24), "d", hours % 24, "h");
}

function two(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** A moment in Coordinated Universal Time, to the minute: the reader of a report may sit anywhere. */
export function formatMoment(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? "unknown" : `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
