import { html, name } from "../dom";
import type { Store } from "../state/store";
import type { Api } from "./api";
import { NoteForm, isOfTrial } from "./note-form";

/** The notes on a study; those on trials stand in their panel. */
export class StudyNotes {
  readonly element = html("div", { class: "study-notes" });
  readonly #forms = new Map<string, NoteForm>();
  readonly #list = html("div", {});

  constructor(private readonly api: Api, private readonly store: Store) {
    const title = html("input", { type: "text", placeholder: "Name of a new note", "aria-label": "Name of a new note", maxlength: 100 });
    const add = html("form", { class: "inline-form" }, title, html("button", { type: "submit" }, "Add"));
    add.addEventListener("submit", event => {
      event.preventDefault();
      const note = title.value.trim();
      if (note !== "" && !isOfTrial(note)) {
        this.#form(note, "").element.querySelector("textarea")?.focus();
        title.value = "";
      }
    });
    this.element.append(this.#list, add);
    this.refresh();
  }

  refresh(): void {
    const notes = new Map(this.store.study.data.notes.filter(([note]) => !isOfTrial(note)));
    if (notes.size === 0 && this.#forms.size === 0) {
      notes.set("note", "");
    }
    notes.forEach((text, note) => this.#form(note, text).update(text));
    for (const [note, form] of this.#forms) {
      if (!notes.has(note)) {
        form.update("");
      }
    }
  }

  #form(note: string, text: string): NoteForm {
    let form = this.#forms.get(note);
    if (form === undefined) {
      form = new NoteForm(this.api, this.store.study.data.name, note, text, name(note));
      this.#forms.set(note, form);
      this.#list.append(form.element);
    }
    return form;
  }
}
