/** A trial's state, as a letter of the state column. */
export type State = "C" | "P" | "F" | "R" | "W" | "X" | "E" | "I" | "O";

export interface StateInfo {
  readonly letter: State;
  /** The word, also the word of the filter's text. */
  readonly word: string;
  /** The mark that stands for it, never told by colour alone. */
  readonly mark: "disc" | "ring" | "cross" | "plus" | "dash" | "dot";
  /** The CSS variable of its colour. */
  readonly colour: "completed" | "pruned" | "failed" | "muted";
  readonly explanation: string;
}

export const states: readonly StateInfo[] = [
  { letter: "C", word: "completed", mark: "disc", colour: "completed", explanation: "ran to its end" },
  { letter: "P", word: "pruned", mark: "ring", colour: "pruned", explanation: "was stopped early by the pruner" },
  { letter: "F", word: "failed", mark: "cross", colour: "failed", explanation: "ended with an error" },
  { letter: "R", word: "running", mark: "dot", colour: "completed", explanation: "is running" },
  { letter: "W", word: "waiting", mark: "dash", colour: "muted", explanation: "has not started yet" },
  { letter: "X", word: "cancelled", mark: "dash", colour: "muted", explanation: "was cancelled" },
  { letter: "E", word: "excluded", mark: "dash", colour: "muted", explanation: "was excluded from what the strategy learns" },
  { letter: "I", word: "infeasible", mark: "plus", colour: "muted", explanation: "broke a constraint on its result" },
  { letter: "O", word: "outside", mark: "dash", colour: "muted", explanation: "lies outside of the search space of now" },
];

const byLetter = new Map<string, StateInfo>(states.map(s => [s.letter, s]));

export function stateInfo(letter: string): StateInfo {
  const found = byLetter.get(letter);
  if (found === undefined) {
    throw new RangeError(`The state of a trial is '${letter}', which none of ${states.map(s => s.letter).join(", ")} is.`);
  }
  return found;
}
