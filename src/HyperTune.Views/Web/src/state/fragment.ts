import { states, type State } from "../study/states";
import type { Study } from "../study/study";
import { type Filter, type Group, type Limit, type LimitKey, noFilter } from "./filter";
import type { Store } from "./store";

/**
 * The page's state in the address, so that what is seen can be linked. By names and not by indices, so that a link holds for the same
 * study with more trials, and for the next one over the same space.
 */
export function writeFragment(store: Store): string {
  const { filter, study } = store;
  const parts = new URLSearchParams();
  for (const [key, { low, high, absent }] of filter.limits) {
    const words = [...(low <= high ? [`${label(study, key, low)}..${label(study, key, high)}`] : []), ...(absent ? ["absent"] : [])];
    parts.append("limit", `${nameOf(study, key)}:${words.join("|")}`);
  }
  if (filter.hidden.size > 0) {
    parts.set("hide", [...filter.hidden].join(""));
  }
  if (filter.text.trim() !== "") {
    parts.set("text", filter.text);
  }
  if (filter.group !== null) {
    parts.set("only", `${filter.group.label}:${writeNumbers(filter.group.trials)}`);
  }
  if (store.opened !== null) {
    parts.set("trial", String(store.opened));
  }
  if (store.objective !== (study.objectives[0] ?? 0)) {
    parts.set("objective", study.metrics[store.objective]!.name);
  }
  if (store.chosenScale !== null) {
    parts.set("scale", store.chosenScale);
  }
  return parts.toString();
}

/** Takes a state from the address; what it does not know is left out, since links may be old. */
export function readFragment(text: string, store: Store): void {
  const { study } = store;
  const parts = new URLSearchParams(text);
  const limits = new Map<LimitKey, Limit>();
  for (const entry of parts.getAll("limit")) {
    const at = entry.lastIndexOf(":");
    const key = keyOf(study, entry.slice(0, at));
    const limit = key === null ? null : readLimit(study, key, entry.slice(at + 1));
    if (key !== null && limit !== null) {
      limits.set(key, limit);
    }
  }
  const hidden = new Set([...(parts.get("hide") ?? "")].filter((c): c is State => states.some(s => s.letter === c)));
  const filter: Filter = { ...noFilter, limits, hidden, text: parts.get("text") ?? "", group: readGroup(parts.get("only"), study.count) };
  store.setFilter(filter);
  const objective = study.metrics.findIndex(m => m.isObjective && m.name === parts.get("objective"));
  store.setObjective(objective >= 0 ? objective : (study.objectives[0] ?? 0));
  const scale = parts.get("scale");
  store.setScale(scale === "all" || scale === "log" || scale === "focus" ? scale : null);
  const trial = Number(parts.get("trial") ?? NaN);
  store.open(Number.isInteger(trial) ? trial : null);
}

/** Keeps address and store in step. Fragments without `=` are places on the page and mean nothing here. */
export function followAddress(store: Store): () => void {
  let written = window.location.hash.slice(1);
  let timer = 0;
  const read = () => {
    const text = window.location.hash.slice(1);
    if (text !== written && (text.includes("=") || written.includes("="))) {
      written = text;
      readFragment(text, store);
    }
  };
  if (written.includes("=")) {
    readFragment(written, store);
  }
  window.addEventListener("hashchange", read);
  const stop = store.subscribe(change => {
    if (change === "hover" || change === "theme" || change === "size") {
      return;
    }
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const text = writeFragment(store);
      if (text !== written && (text !== "" || written.includes("="))) {
        written = text;
        try {
          window.history.replaceState(null, "", `${window.location.pathname}${window.location.search}${text === "" ? "" : `#${text}`}`);
        } catch (error) {
          // A document inside of another one may have no address of its own; the page works without.
          if (!(error instanceof DOMException)) {
            throw error;
          }
        }
      }
    }, 250);
  });
  return () => {
    stop();
    window.removeEventListener("hashchange", read);
    window.clearTimeout(timer);
  };
}

function nameOf(study: Study, key: LimitKey): string {
  const index = Number(key.slice(1));
  return key === "trial" ? "trial" : key.startsWith("p") ? study.parameters[index]!.name : study.metrics[index]!.name;
}

function keyOf(study: Study, name: string): LimitKey | null {
  const p = study.parameters.findIndex(x => x.name === name);
  const m = study.metrics.findIndex(x => x.name === name);
  return name === "trial" ? "trial" : p >= 0 ? `p${p}` : m >= 0 ? `m${m}` : null;
}

/** Choices by their label, which stays when choices are added. */
function label(study: Study, key: LimitKey, value: number): string {
  const parameter = key.startsWith("p") ? study.parameters[Number(key.slice(1))] : undefined;
  return parameter?.kind === "choice" ? encodeURIComponent(parameter.labels[value] ?? "") : String(value);
}

function readLimit(study: Study, key: LimitKey, text: string): Limit | null {
  const words = text.split("|");
  const absent = words.includes("absent");
  const range = words.find(w => w.includes(".."));
  if (range === undefined) {
    return absent ? { low: Infinity, high: -Infinity, absent } : null;
  }
  const parameter = key.startsWith("p") ? study.parameters[Number(key.slice(1))] : undefined;
  const [low, high] = range.split("..").map(part =>
    parameter?.kind === "choice" ? parameter.labels.findIndex(l => encodeURIComponent(l) === part) : part === "" ? NaN : Number(part));
  const isGood = low !== undefined && high !== undefined && low <= high && !(parameter?.kind === "choice" && low < 0);
  return isGood ? { low, high, absent } : null;
}

function writeNumbers(trials: readonly number[]): string {
  const runs: string[] = [];
  const sorted = [...trials].sort((a, b) => a - b);
  for (let i = 0; i < sorted.length; i++) {
    const first = sorted[i]!;
    while (sorted[i + 1] === sorted[i]! + 1) {
      i++;
    }
    runs.push(sorted[i] === first ? String(first) : `${first}-${sorted[i]}`);
  }
  return runs.join(",");
}

function readGroup(text: string | null, count: number): Group | null {
  const at = text?.lastIndexOf(":") ?? -1;
  if (text === null || at < 0) {
    return null;
  }
  const trials = text.slice(at + 1).split(",").flatMap(run => {
    const [first, last = first] = run.split("-").map(Number);
    const isGood = first !== undefined && last !== undefined && Number.isInteger(first) && Number.isInteger(last) && first >= 0 && last < count;
    return isGood ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
  });
  return trials.length === 0 ? null : { label: text.slice(0, at), trials };
}
