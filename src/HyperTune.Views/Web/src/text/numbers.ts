// Numbers as people read them. Invariant: a point for decimals, no grouping below a million, a real minus sign.

const superscripts: Record<string, string> = {
  "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹",
};

/** A number in at most `digits` significant digits: `0.0163`, `1e-4`, `3.32e-6`, `12,345`. */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
  }
  if (value === 0) {
    return "0";
  }
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size < 1e-3 || size >= 1e7) {
    const [mantissa, exponent] = size.toExponential(Math.max(0, Math.min(digits, 3) - 1)).split("e") as [string, string];
    return `${sign}${trim(mantissa)}e${Number(exponent)}`;
  }
  if (Number.isInteger(value) || size >= 10 ** digits) {
    return sign + group(Math.round(size));
  }
  return sign + trim(size.toPrecision(digits));
}

/** A number beside an axis, where there is little room: `5e6` rather than `5,000,000`. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  return size >= 1e5 ? `${value < 0 ? "−" : ""}${size.toExponential(3).replace(/\.?0*e\+?/, "e")}` : formatNumber(value, 3);
}

/** An integer with commas from ten thousand on. */
export function group(value: number): string {
  const text = String(value);
  return text.length < 5 ? text : text.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A share of 1 as a whole percentage; what rounds to nothing but is something is said to be so. */
export function formatPercent(share: number): string {
  const percent = share * 100;
  return percent > 0 && percent < 1 ? "< 1 %" : `${Math.round(percent)} %`;
}

/** A power of ten: plain from 0.01 to 1000, else with a raised exponent. */
export function formatPower(value: number): string {
  const exponent = Math.round(Math.log10(value));
  if (exponent >= -2 && exponent <= 3) {
    return formatNumber(10 ** exponent);
  }
  return "10" + [...String(exponent)].map(c => superscripts[c] ?? c).join("");
}

/** `1 trial`, `2 trials`, `12,000 trials`. */
export function count(n: number, one: string, many = one + "s"): string {
  return `${group(n)} ${n === 1 ? one : many}`;
}

/** A difference with its sign. */
export function formatChange(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
}

function trim(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
