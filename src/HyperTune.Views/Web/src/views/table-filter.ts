/** What a column's field asks of a cell; a text where the field is not understood. */
export type CellTest = (value: number, text: string) => boolean;

const comparison = /^(<=|>=|!=|<|>|=)\s*(.+)$/u;
const range = /^(.+?)\.\.(.+)$/u;

/**
 * Reads the field of a column: `>0.01`, `16..64`, `absent`, or, for columns of words, a part of the text (`!` before it for the
 * opposite). Null for an empty field.
 */
export function parseField(text: string, isNumeric: boolean): CellTest | string | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") {
    return null;
  }
  if (wanted === "absent") {
    return value => Number.isNaN(value);
  }
  if (!isNumeric) {
    return wanted.startsWith("!")
      ? (_, cell) => !cell.toLowerCase().includes(wanted.slice(1).trim())
      : (_, cell) => cell.toLowerCase().includes(wanted);
  }
  const between = range.exec(wanted);
  if (between !== null) {
    const [low, high] = [toNumber(between[1]!), toNumber(between[2]!)];
    return low === null || high === null ? `“${text}” is no range: write 16..64.` : value => value >= low && value <= high;
  }
  const [operator, operand] = comparison.exec(wanted)?.slice(1) ?? ["=", wanted];
  const limit = toNumber(operand!);
  if (limit === null) {
    return `“${operand}” is no number: write 12, >0.01 or 16..64.`;
  }
  switch (operator) {
    case "<": return value => value < limit;
    case "<=": return value => value <= limit;
    case ">": return value => value > limit;
    case ">=": return value => value >= limit;
    case "!=": return value => !isSame(value, limit);
    default: return value => isSame(value, limit);
  }
}

/** Equal in the four digits that are shown. */
function isSame(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 5e-4 * Math.max(Math.abs(a), Math.abs(b));
}

function toNumber(text: string): number | null {
  const value = Number(text.replace("−", "-"));
  return text.trim() === "" || Number.isNaN(value) ? null : value;
}
