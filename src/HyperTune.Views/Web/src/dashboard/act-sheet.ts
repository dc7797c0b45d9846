import { button, html, set } from "../dom";
import type { Store } from "../state/store";
import { type Api, ApiError } from "./api";
import { EnqueueForm } from "./enqueue-form";
import { OpenTrials } from "./open-trials";
import { runControls } from "./run-controls";
import { StudyNotes } from "./study-notes";

/** Where one acts on the study: a sheet beside the list, so that the open trial can be seen at the same time. */
export class ActSheet {
  readonly element = html("aside", { class: "sheet", hidden: true, "aria-label": "Act on the study", tabindex: -1 });
  readonly opener: HTMLButtonElement;
  readonly #body = html("div", { class: "sheet-body" });
  #store: Store | null = null;
  #stop: (() => void) | null = null;
  #isFilled = false;
  #asked = 0;

  constructor(private readonly api: Api) {
    this.opener = button("Add trials, tell, stop …", () => this.#toggle(this.element.hidden !== false), { class: "is-main", "aria-expanded": "false" });
    this.element.append(
      html("header", { class: "panel-head" }, html("h2", {}, "Act"), html("span", { class: "grow" }), button("Close", () => this.#toggle(false))), this.#body);
    this.element.addEventListener("keydown", event => {
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        this.#toggle(false);
      }
    });
  }

  /** Acts on another study from now on. */
  attach(store: Store): void {
    this.#stop?.();
    this.#store = store;
    this.#isFilled = false;
    this.#body.replaceChildren();
    if (!this.element.hidden) {
      void this.#fill();
    }
  }

  #toggle(isOpen: boolean): void {
    this.element.hidden = !isOpen;
    set(this.opener, { "aria-expanded": String(isOpen) });
    if (isOpen) {
      this.element.focus({ preventScroll: true });
      if (!this.#isFilled) {
        void this.#fill();
      }
    } else {
      this.opener.focus({ preventScroll: true });
    }
  }

  async #fill(): Promise<void> {
    const store = this.#store;
    if (store === null) {
      return;
    }
    const asked = ++this.#asked;
    this.#isFilled = true;
    const study = store.study.data.name;
    try {
      const form = await this.api.form(study);
      if (asked !== this.#asked || store !== this.#store) {
        return;
      }
      const enqueue = new EnqueueForm(this.api, store, form);
      const open = new OpenTrials(this.api, store, form.metrics);
      const notes = new StudyNotes(this.api, store);
      this.#body.replaceChildren(
        part("Running and waiting", open.element), part("Add a trial", enqueue.element), part("End or extend", runControls(this.api, study)), part("Notes", notes.element));
      this.#stop = store.subscribe(change => {
        if (change === "data" || change === "open") {
          enqueue.refresh();
        }
        if (change === "data" && !this.element.hidden) {
          open.refresh();
          notes.refresh();
        }
      });
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      this.#isFilled = false;
      this.#body.replaceChildren(html("p", { role: "alert" }, error.message), button("Try again", () => void this.#fill()));
    }
  }
}

function part(title: string, body: HTMLElement): HTMLElement {
  return html("section", { class: "sheet-part" }, html("h3", {}, title), body);
}
