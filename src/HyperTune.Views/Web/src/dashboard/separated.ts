// A small reader of tables: comma- or tab-separated values, and JSON lines.

export interface ReadTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether there is more than what was read. */
  readonly isCut: boolean;
}

/** Reads separated values (RFC 4180: fields in quotation marks may hold separators, line ends and doubled quotation marks). */
export function readSeparated(text: string, separator: string, mostRows: number): ReadTable {
  const lines: string[][] = [];
  let row: string[] = [];
  let field = "";
  let isQuoted = false;
  const endRow = () => {
    row.push(field);
    field = "";
    if (row.length > 1 || row[0] !== "") {
      lines.push(row);
    }
    row = [];
  };
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  for (; at < text.length && lines.length <= mostRows; at++) {
    const letter = text[at]!;
    if (isQuoted) {
      if (letter !== '"') {
        field += letter;
      } else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else {
        isQuoted = false;
      }
    } else if (letter === '"' && field === "") {
      isQuoted = true;
    } else if (letter === separator) {
      row.push(field);
      field = "";
    } else if (letter === "\n") {
      endRow();
    } else if (letter !== "\r") {
      field += letter;
    }
  }
  if (lines.length <= mostRows && (field !== "" || row.length > 0)) {
    endRow();
  }
  const [head = [], ...rows] = lines;
  return { head, rows: rows.slice(0, mostRows), isCut: at < text.length || rows.length > mostRows };
}

/** Reads an object a line; null where a line is none. Columns in the order in which they are first seen. */
export function readLines(text: string, mostRows: number): ReadTable | null {
  const lines = text.split("\n").filter(line => line.trim() !== "");
  const head = new Map<string, number>();
  const rows: string[][] = [];
  for (const line of lines.slice(0, mostRows)) {
    const value = parse(line);
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return null;
    }
    const row: string[] = [];
    for (const [key, cell] of Object.entries(value)) {
      if (!head.has(key)) {
        head.set(key, head.size);
      }
      row[head.get(key)!] = typeof cell === "string" ? cell : JSON.stringify(cell);
    }
    rows.push(row);
  }
  return rows.length === 0 ? null : { head: [...head.keys()], rows: rows.map(r => Array.from({ length: head.size }, (_, i) => r[i] ?? "")), isCut: lines.length > mostRows };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}
