import { button, html, name } from "../dom";
import type { Store } from "../state/store";
import { detailExtras } from "../views/detail-extras";
import type { Api } from "./api";
import { artifactList } from "./artifacts";
import { NoteForm, noteOf } from "./note-form";
import { Outcome } from "./outcome";
import { tellForm } from "./tell-form";

/** What the dashboard adds to the panel of a trial: what is in its artifacts, its note, telling, excluding. */
export function addTrialExtras(api: Api, isReadOnly: () => boolean): void {
  let artifacts = { element: html("section", {}), key: "" };
  let note: NoteForm | null = null;
  let acts = { element: html("div", {}), state: "" };

  const showArtifacts = (store: Store, trial: number) => {
    const all = store.study.data.trials.artifacts[trial] ?? [];
    const key = JSON.stringify(all);
    if (key !== artifacts.key) {
      artifacts.key = key;
      artifacts.element.hidden = all.length === 0;
      artifacts.element.replaceChildren(html("h4", {}, "Artifacts"), artifactList(all, file => api.artifact(store.study.data.name, trial, file)));
    }
  };
  const showActs = (store: Store, trial: number) => {
    const state = store.study.state(trial);
    if (acts.state !== state && !isReadOnly()) {
      acts.state = state;
      acts.element.replaceChildren(...actsOf(api, store, trial));
    }
  };
  const textOf = (store: Store, trial: number) => store.study.data.notes.find(([n]) => n === noteOf(trial))?.[1] ?? "";

  detailExtras.push({
    showsArtifacts: true,
    create(store, trial) {
      artifacts = { element: html("section", { hidden: true }), key: "" };
      showArtifacts(store, trial);
      return artifacts.element;
    },
    update: showArtifacts,
  }, {
    create(store, trial) {
      const text = textOf(store, trial);
      if (isReadOnly()) {
        note = null;
        return html("section", { hidden: text === "" }, html("h4", {}, "Note"), html("p", { class: "note-text" }, name(text)));
      }
      note = new NoteForm(api, store.study.data.name, noteOf(trial), text, html("h4", {}, "Note"));
      return note.element;
    },
    update(store, trial) {
      note?.update(textOf(store, trial));
    },
  }, {
    create(store, trial) {
      acts = { element: html("div", {}), state: "" };
      showActs(store, trial);
      return acts.element;
    },
    update: showActs,
  });
}

function actsOf(api: Api, store: Store, trial: number): readonly HTMLElement[] {
  const { study } = store;
  const state = study.state(trial);
  if (state === "R" || state === "W") {
    return [html("section", {}, html("h4", {}, "Tell its result"), tellForm(api, study.data.name, trial, study.metrics))];
  }
  if (state === "E" || state === "X") {
    return [];
  }
  const outcome = new Outcome();
  const reason = html("input", { type: "text", placeholder: "Why", "aria-label": `Why trial ${trial} is excluded` });
  const exclude = button("Exclude", () => {
    const text = reason.value.trim();
    if (text === "") {
      outcome.failed("Say why it is excluded.");
      reason.focus();
      return;
    }
    void outcome.run(exclude, async () => {
      await api.exclude(study.data.name, trial, text);
      return `Trial ${trial} is excluded.`;
    });
  });
  return [html("details", { class: "exclude" }, html("summary", {}, "Exclude this trial"),
    html("p", { class: "muted" }, "The strategy learns nothing from it any more, and it is not the best."),
    html("p", { class: "inline-form" }, reason, exclude), outcome.element)];
}
