import { button, html } from "../dom";
import type { Api } from "./api";
import { Outcome } from "./outcome";

let nextId = 0;

/** A note that can be written and removed. What is being typed is not overwritten by what others wrote. */
export class NoteForm {
  readonly element: HTMLElement;
  readonly #area: HTMLTextAreaElement;
  readonly #remove: HTMLButtonElement;
  readonly #outcome = new Outcome();
  #saved: string;

  constructor(api: Api, study: string, readonly note: string, text: string, label: HTMLElement | string) {
    this.#saved = text;
    const id = `note-${nextId++}`;
    this.#area = html("textarea", { id, rows: 2, maxlength: 10_000 });
    this.#area.value = text;
    const save = button("Save", () => {
      const value = this.#area.value.trim();
      void this.#outcome.run(save, async () => {
        await api.note(study, note, value === "" ? null : value);
        this.#saved = value;
        this.#remove.hidden = value === "";
        return value === "" ? "Removed." : "Saved.";
      });
    });
    this.#remove = button("Remove", () => {
      this.#area.value = "";
      save.click();
    });
    this.#remove.hidden = text === "";
    this.element = html("div", { class: "note-form" }, html("label", { for: id }, label), this.#area, html("p", { class: "form-end" }, save, this.#remove), this.#outcome.element);
  }

  /** The note as the study has it now. */
  update(text: string): void {
    if (text !== this.#saved && this.#area.value.trim() === this.#saved.trim()) {
      this.#area.value = text;
    }
    this.#saved = text;
    this.#remove.hidden = text === "";
  }
}

/** The name under which a trial's note is kept. */
export function noteOf(trial: number): string {
  return `trial ${trial}`;
}

export function isOfTrial(note: string): boolean {
  return /^trial \d+$/u.test(note);
}
