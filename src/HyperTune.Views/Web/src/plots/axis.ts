import type { Limit } from "../state/filter";
import type { Domain } from "./domain";

/** The width of the strip in which worse values lie, and of the place for absent ones, in pixels. */
export const worseWidth = 24;
const absentWidth = 26;

export interface AxisTick {
  readonly at: number;
  readonly text: string;
  readonly kind: "value" | "worse" | "absent";
}

export interface AxisOptions {
  /** Whether to keep a place for trials without a value, and at which end. */
  readonly absent?: "low" | "high";
}

/** A domain laid along a line of pixels, from its low end to its high end (which is the smaller number for an axis that goes up). */
export class Axis {
  readonly domain: Domain;
  readonly from: number;
  readonly to: number;
  /** Where values lie: between these two, without strip and absent place. */
  readonly low: number;
  readonly high: number;
  /** The middle of the strip of worse values, and of the place for absent ones. */
  readonly worse: number | null;
  readonly absent: number | null;
  readonly #way: 1 | -1;

  constructor(domain: Domain, from: number, to: number, options: AxisOptions = {}) {
    this.domain = domain;
    this.from = from;
    this.to = to;
    this.#way = to >= from ? 1 : -1;
    const absent = domain.hasAbsent ? options.absent : undefined;
    let [low, high] = [from, to];
    this.absent = absent === undefined ? null : absent === "low" ? from : to;
    if (absent === "low") {
      low += this.#way * absentWidth;
    } else if (absent === "high") {
      high -= this.#way * absentWidth;
    }
    this.worse = domain.worse === null ? null : domain.worse === "low" ? low + this.#way * (worseWidth / 2) : high - this.#way * (worseWidth / 2);
    if (domain.worse === "low") {
      low += this.#way * (worseWidth + 4);
    } else if (domain.worse === "high") {
      high -= this.#way * (worseWidth + 4);
    }
    this.low = low;
    this.high = high;
  }

  /** The width of a slot of a discrete axis. */
  get slot(): number {
    return Math.abs(this.high - this.low) / Math.max(this.domain.slots?.length ?? 1, 1);
  }

  /**
   * The pixel of a value; NaN for absent ones where the axis has no place for them. `spread` in [0, 1) tells where within a slot
   * or within the strip of worse values, in the axis' direction.
   */
  place(value: number, spread = 0.5): number {
    const { domain } = this;
    if (Number.isNaN(value)) {
      return this.absent ?? NaN;
    }
    if (domain.slots !== null) {
      const at = nearest(domain.slots, value);
      return this.low + this.#way * this.slot * (at + 0.5 + (spread - 0.5) * 0.72);
    }
    if ((domain.worse === "low" && value < domain.low) || (domain.worse === "high" && value > domain.high)) {
      return this.worse! + this.#way * (spread - 0.5) * (worseWidth - 6);
    }
    const share = domain.isLog
      ? Math.log(value / domain.low) / Math.log(domain.high / domain.low)
      : (value - domain.low) / (domain.high - domain.low);
    return this.low + Math.min(1, Math.max(0, share)) * (this.high - this.low);
  }

  /** How far along the values a pixel is, from 0 to 1. */
  share(pixel: number): number {
    return Math.min(1, Math.max(0, (pixel - this.low) / (this.high - this.low)));
  }

  /** The value at a pixel; infinite in the strip of worse values. */
  invert(pixel: number): number {
    const { domain } = this;
    if (domain.slots !== null) {
      return domain.slots[Math.min(domain.slots.length - 1, Math.floor(this.share(pixel) * domain.slots.length))] ?? 0;
    }
    if (domain.worse === "low" && this.#isBefore(pixel, this.low - this.#way * 2)) {
      return -Infinity;
    }
    if (domain.worse === "high" && this.#isBefore(this.high + this.#way * 2, pixel)) {
      return Infinity;
    }
    const share = this.share(pixel);
    const value = domain.isLog ? domain.low * (domain.high / domain.low) ** share : domain.low + share * (domain.high - domain.low);
    return this.#round(value);
  }

  /** As few digits as tell neighbouring pixels apart, or a possible value. */
  #round(value: number): number {
    const { low, high, isLog, grain } = this.domain;
    if (grain !== null) {
      const origin = this.domain.key === "trial" ? 0 : low;
      return Number((origin + Math.round((value - origin) / grain) * grain).toPrecision(12));
    }
    if (isLog) {
      return Number(value.toPrecision(3));
    }
    const unit = 10 ** Math.floor(Math.log10((high - low) / 300));
    return Number((Math.round(value / unit) * unit).toPrecision(12));
  }

  /** The limit that a box between two pixels means. */
  limit(a: number, b: number): Limit {
    const [first, last] = this.#isBefore(a, b) ? [a, b] : [b, a];
    const absent = this.absent !== null
      && (this.absent === this.from ? this.#isBefore(first, this.from + this.#way * 8) : this.#isBefore(this.to - this.#way * 8, last));
    const [least, most] = [this.edge(-Infinity), this.edge(Infinity)];
    if (absent && (this.#isBefore(last, least - this.#way * 8) || this.#isBefore(most + this.#way * 8, first))) {
      return { low: Infinity, high: -Infinity, absent };
    }
    // Ends of the axis let through what the rounding of a limit would cut off.
    const { domain } = this;
    const low = this.invert(first);
    const high = this.invert(last);
    return {
      low: domain.slots === null && !this.#isBefore(this.low, first - this.#way) && domain.worse !== "low" ? Math.min(low, domain.low) : low,
      high: domain.slots === null && !this.#isBefore(last + this.#way, this.high) && domain.worse !== "high" ? Math.max(high, domain.high) : high,
      absent,
    };
  }

  /** The pixels of a limit's box, in the axis' direction. */
  span(limit: Limit): readonly [number, number] {
    const half = this.domain.slots === null ? 0 : this.slot / 2;
    if (limit.low > limit.high) {
      const at = this.absent ?? this.from;
      return [at - this.#way * 6, at + this.#way * 6];
    }
    const [low, high] = [this.edge(limit.low) - this.#way * half, this.edge(limit.high) + this.#way * half];
    const at = limit.absent ? this.absent : null;
    return [at === this.from ? at - this.#way * 6 : low, at === this.to ? at + this.#way * 6 : high];
  }

  /** The pixel of an end of a limit, at the far end of the strip where it is infinite. */
  edge(value: number): number {
    if (value === -Infinity) {
      return this.domain.worse === "low" ? this.low - this.#way * (worseWidth + 4) : this.low;
    }
    if (value === Infinity) {
      return this.domain.worse === "high" ? this.high + this.#way * (worseWidth + 4) : this.high;
    }
    return this.place(value);
  }

  /** Ticks that do not touch each other or the strip; `size` is about what a label takes along the axis. */
  ticks(size: number): readonly AxisTick[] {
    const room = Math.abs(this.high - this.low);
    const made: AxisTick[] = [];
    for (const { value, text } of this.domain.ticks(Math.max(2, Math.floor(room / (size * 1.6))))) {
      const at = this.place(value);
      const last = made.at(-1);
      const isClear = this.worse === null || Math.abs(at - this.worse) > worseWidth / 2 + 5;
      if (isClear && (last === undefined || Math.abs(at - last.at) >= size * 0.95)) {
        made.push({ at, text, kind: "value" });
      }
    }
    if (this.worse !== null) {
      made.push({ at: this.worse, text: "worse", kind: "worse" });
    }
    if (this.absent !== null) {
      made.push({ at: this.absent, text: this.domain.key?.startsWith("m") ? "none" : "absent", kind: "absent" });
    }
    return made;
  }

  #isBefore(a: number, b: number): boolean {
    return this.#way * (b - a) > 0;
  }
}

function nearest(ascending: readonly number[], value: number): number {
  let best = 0;
  for (let i = 1; i < ascending.length; i++) {
    if (Math.abs(ascending[i]! - value) < Math.abs(ascending[best]! - value)) {
      best = i;
    }
  }
  return best;
}
