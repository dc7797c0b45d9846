import type { ReportData, StudyData } from "../data";
import { html, name } from "../dom";
import { formatMoment } from "../text/durations";

/** Where the page comes from, what was noted, and how it is used. */
export function footer(report: ReportData, study: StudyData): HTMLElement {
  const made = html("footer", { class: "footer" });
  if (study.notes.length > 0) {
    made.append(html("dl", { class: "notes" }, ...study.notes.flatMap(([key, text]) => [html("dt", {}, name(key)), html("dd", {}, name(text))])));
  }
  made.append(
    html("p", {}, name(study.name), study.space === "" ? "" : ", space ", study.space === "" ? null : name(study.space),
      study.fingerprint === "" ? "" : ` (${study.fingerprint.slice(0, 12)})`, `. Made by ${report.tool}, ${formatMoment(Date.parse(report.made))}.`),
    html("p", { class: "keys" }, "Keys: / goes to the filter, arrow keys walk the trials of a focused chart, Enter opens one, Esc closes it. ",
      "Axes have limits at their ends: focus one and move it with the arrow keys, Delete releases it."));
  return made;
}
