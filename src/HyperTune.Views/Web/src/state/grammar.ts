import { states } from "../study/states";
import type { Study } from "../study/study";

/** What a text of the filter asks of a trial. */
export type Test = (trial: number) => boolean;

export interface ParsedText {
  readonly tests: readonly Test[];
  readonly error: string | null;
}

const term = /^(!?)("[^"]*"|[^\s<>=:!"]+)(?:(<=|>=|!=|<|>|=|:)("[^"]*"|\S+))?$/u;

/**
 * Reads the filter's text: terms with spaces between, all of which must hold.
 * `failed`, `!pruned`: a state. `Rate<0.01`, `Units:16..64`, `value>=0.9`, `trial<100`: a number. `Optimizer:Adam`, `Activation!=Relu`:
 * a choice. `Momentum:absent`: whether there is a value. A name may be its end or a part of it, as long as it is unique or exact;
 * names and labels with spaces stand in quotation marks.
 */
export function parseText(text: string, study: Study): ParsedText {
  const tests: Test[] = [];
  const errors: string[] = [];
  for (const word of text.match(/(?:"[^"]*"|[^\s"])+/gu) ?? []) {
    const made = parseTerm(word, study);
    if (typeof made === "string") {
      errors.push(made);
    } else {
      tests.push(made);
    }
  }
  return { tests, error: errors.length === 0 ? null : errors.join(" ") };
}

function parseTerm(word: string, study: Study): Test | string {
  const match = term.exec(word);
  if (match === null) {
    return `“${word}” is not understood.`;
  }
  const name = unquote(match[2]!);
  if (match[3] === undefined) {
    const info = states.find(s => s.word === name.toLowerCase());
    if (info === undefined) {
      return `“${name}” is no state; a name needs a comparison.`;
    }
    const wanted = match[1] === "";
    return trial => (study.state(trial) === info.letter) === wanted;
  }
  if (match[1] !== "") {
    return `“${word}”: write ${name}!=… for the opposite.`;
  }
  const target = find(name, study);
  return typeof target === "string" ? target : compare(target, match[3], unquote(match[4]!));
}

interface Target {
  readonly name: string;
  readonly labels: readonly string[] | null;
  value(trial: number): number;
}

/** A parameter or metric by its name: exactly, else by its end, else by a part. */
function find(name: string, study: Study): Target | string {
  const wanted = name.toLowerCase();
  if (wanted === "trial" || wanted === "#") {
    return { name: "trial", labels: null, value: i => i };
  }
  const targets: Target[] = [
    ...study.parameters.map((p, at): Target => ({ name: p.name, labels: p.kind === "choice" ? p.labels : null, value: i => study.parameter(at)[i]! })),
    ...study.metrics.map((m, at): Target => ({ name: m.name, labels: null, value: i => study.metric(at)[i]! })),
  ];
  const objective = study.objectives[0];
  if (wanted === "value" && objective !== undefined) {
    return targets[study.parameters.length + objective]!;
  }
  for (const fits of [
    (n: string) => n === wanted,
    (n: string) => n.endsWith(`.${wanted}`),
    (n: string) => n.endsWith(wanted),
    (n: string) => n.includes(wanted),
  ]) {
    const found = targets.filter(t => fits(t.name.toLowerCase()));
    if (found.length === 1) {
      return found[0]!;
    }
    if (found.length > 1) {
      return `“${name}” may be ${found.slice(0, 3).map(t => t.name).join(" or ")}${found.length > 3 ? " …" : ""}.`;
    }
  }
  return `“${name}” is no parameter and no metric.`;
}

function compare(target: Target, operator: string, text: string): Test | string {
  const { value } = target;
  const isEquality = operator === ":" || operator === "=" || operator === "!=";
  const negate = operator === "!=";
  if (isEquality && text.toLowerCase() === "absent") {
    return i => Number.isNaN(value(i)) !== negate;
  }
  if (target.labels !== null) {
    if (!isEquality) {
      return `“${target.name}” is a choice: use : or !=.`;
    }
    const part = text.toLowerCase();
    const exact = target.labels.findIndex(l => l.toLowerCase() === part);
    const wanted = new Set(exact >= 0 ? [exact] : target.labels.flatMap((l, i) => (l.toLowerCase().includes(part) ? [i] : [])));
    return wanted.size === 0 ? `“${text}” is no choice of ${target.name}.` : i => !Number.isNaN(value(i)) && wanted.has(value(i)) !== negate;
  }
  const range = /^(.+?)\.\.(.+)$/.exec(text);
  if (isEquality && range !== null) {
    const [low, high] = [number(range[1]!), number(range[2]!)];
    if (low === null || high === null) {
      return `“${text}” is no range of numbers.`;
    }
    return i => !Number.isNaN(value(i)) && (value(i) >= low && value(i) <= high) !== negate;
  }
  const limit = number(text);
  if (limit === null) {
    return `“${text}” is no number.`;
  }
  switch (operator) {
    case "<": return i => value(i) < limit;
    case "<=": return i => value(i) <= limit;
    case ">": return i => value(i) > limit;
    case ">=": return i => value(i) >= limit;
    default: return i => !Number.isNaN(value(i)) && isSame(value(i), limit) !== negate;
  }
}

/** Equal to the four digits that the page shows, so that what was read off can be typed in. */
function isSame(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 5e-4 * Math.max(Math.abs(a), Math.abs(b));
}

function number(text: string): number | null {
  const value = Number(text.replace("−", "-"));
  return text.trim() === "" || Number.isNaN(value) ? null : value;
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1) : text;
}
