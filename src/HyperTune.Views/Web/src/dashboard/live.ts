import type { StudyPatch } from "../data";
import type { Api } from "./api";
import type { SequencedPatch } from "./api-types";
import { isPressed } from "./hand";
import { mergePatches } from "./merge";

export type LiveState = "following" | "lost" | "gone";

export interface LiveOptions {
  onPatch(patch: StudyPatch): void;
  /** The study must be read anew; what was known of it may be wrong. */
  onReload(): void;
  onState(state: LiveState): void;
}

/** At least so long between two drawings, and so many times as long as one took, in milliseconds: the page must stay usable. */
const leastPause = 250;
const pauses = 4;
/** How long to wait before asking again where the browser gave up by itself. */
const retryTime = 3000;

/** Follows a study's events. Patches that come while the page is busy wait as one. */
export class Live {
  readonly #source: EventSource;
  #sequence: number;
  #waiting: SequencedPatch[] = [];
  #timer = 0;
  #retry = 0;
  #pause = leastPause;
  #last = 0;

  constructor(api: Api, study: string, sequence: number, private readonly options: LiveOptions) {
    this.#sequence = sequence;
    this.#source = api.events(study, sequence);
    this.#source.addEventListener("open", () => options.onState("following"));
    this.#source.addEventListener("error", () => {
      options.onState("lost");
      if (this.#source.readyState === EventSource.CLOSED && this.#retry === 0) {
        this.#retry = window.setTimeout(() => options.onReload(), retryTime);
      }
    });
    this.#source.addEventListener("patch", event => this.#take(JSON.parse(event.data as string) as SequencedPatch));
    this.#source.addEventListener("reload", () => options.onReload());
    this.#source.addEventListener("gone", () => {
      this.close();
      options.onState("gone");
    });
  }

  close(): void {
    this.#source.close();
    window.clearTimeout(this.#timer);
    window.clearTimeout(this.#retry);
    this.#waiting = [];
  }

  #take(patch: SequencedPatch): void {
    if (patch.sequence <= this.#sequence) {
      return;
    }
    this.#sequence = patch.sequence;
    this.#waiting.push(patch);
    // Merged early, so that a page that is not looked at keeps one patch and not thousands.
    if (this.#waiting.length >= 64) {
      this.#waiting = [{ ...mergePatches(this.#waiting), sequence: patch.sequence }];
    }
    if (this.#timer === 0) {
      this.#timer = window.setTimeout(() => this.#apply(), Math.max(0, this.#last + this.#pause - performance.now()));
    }
  }

  #apply(): void {
    if (isPressed()) {
      this.#timer = window.setTimeout(() => this.#apply(), 100);
      return;
    }
    this.#timer = 0;
    const patch = mergePatches(this.#waiting);
    this.#waiting = [];
    const begin = performance.now();
    this.#last = begin;
    this.options.onPatch(patch);
    // Views draw in the next frame; the one after it begins when they have.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      this.#last = performance.now();
      this.#pause = Math.max(leastPause, pauses * (this.#last - begin - 16));
    }));
  }
}
