import { button, html, name } from "../dom";
import type { ArtifactData } from "../data";
import { count } from "../text/numbers";
import { formatBytes } from "../views/detail";
import { type ReadTable, readLines, readSeparated } from "./separated";

/** Larger ones are offered for download only, in bytes. */
const most = { picture: 12e6, text: 2e6, letters: 60_000, rows: 200, columns: 30 };

type Kind = "picture" | "comma" | "tab" | "lines" | "json" | "text" | "other";

/** A trial's artifacts: pictures, tables and texts are shown when asked for, the rest can be downloaded. */
export function artifactList(artifacts: readonly ArtifactData[], address: (file: string) => string): HTMLElement {
  return html("ul", { class: "artifacts" }, ...artifacts.map(artifact => {
    const kind = kindOf(artifact);
    const place = html("div", { class: "artifact-body", hidden: true });
    const isShown = kind === "picture" ? artifact.size <= most.picture : kind !== "other" && artifact.size <= most.text;
    const toggle = button("Show", () => {
      place.hidden = !place.hidden;
      toggle.textContent = place.hidden ? "Show" : "Hide";
      toggle.setAttribute("aria-expanded", String(!place.hidden));
      if (!place.hidden && place.childElementCount === 0) {
        void fill(place, artifact, kind, address(artifact.name));
      }
    }, { "aria-expanded": "false", "aria-label": `Show ${artifact.name}` });
    return html("li", {},
      html("p", { class: "artifact-head" }, name(artifact.name, "artifact-name"), html("span", { class: "muted" }, formatBytes(artifact.size)),
        isShown ? toggle : null, html("a", { href: address(artifact.name), download: artifact.name }, "Download")),
      place);
  }));
}

function kindOf({ name: file, type }: ArtifactData): Kind {
  const end = /\.([^.]+)$/u.exec(file)?.[1]?.toLowerCase() ?? "";
  if (type.startsWith("image/")) {
    return "picture";
  }
  const byEnd: Record<string, Kind> = { csv: "comma", tsv: "tab", jsonl: "lines", ndjson: "lines", json: "json", txt: "text", log: "text", md: "text", yaml: "text", yml: "text" };
  return type === "text/csv" ? "comma" : (byEnd[end] ?? (type === "application/json" ? "json" : type.startsWith("text/") ? "text" : "other"));
}

async function fill(place: HTMLElement, artifact: ArtifactData, kind: Kind, address: string): Promise<void> {
  if (kind === "picture") {
    const picture = html("img", { src: address, alt: artifact.name, loading: "lazy", decoding: "async" });
    picture.addEventListener("error", () => place.replaceChildren(failed("It cannot be shown as a picture.")));
    place.replaceChildren(html("a", { href: address, target: "_blank", rel: "noopener" }, picture));
    return;
  }
  place.replaceChildren(html("p", { class: "muted" }, "Loading …"));
  let text: string;
  try {
    const response = await fetch(address, { credentials: "same-origin" });
    if (!response.ok) {
      place.replaceChildren(failed(`The dashboard answered ${response.status}.`));
      return;
    }
    text = await response.text();
  } catch (error) {
    if (!(error instanceof TypeError)) {
      throw error;
    }
    place.replaceChildren(failed("The dashboard does not answer."));
    return;
  }
  place.replaceChildren(...show(text, kind));
}

function show(text: string, kind: Kind): readonly HTMLElement[] {
  const table = kind === "comma" ? readSeparated(text, ",", most.rows) : kind === "tab" ? readSeparated(text, "\t", most.rows) : kind === "lines" ? readLines(text, most.rows) : null;
  if (table !== null && table.head.length > 0) {
    return showTable(table);
  }
  const isCut = text.length > most.letters;
  return [html("pre", { class: "artifact-text", tabindex: 0 }, isCut ? text.slice(0, most.letters) : text), ...(isCut ? [html("p", { class: "muted" }, "The rest is in the download.")] : [])];
}

function showTable({ head, rows, isCut }: ReadTable): readonly HTMLElement[] {
  const cut = (cells: readonly string[]) => cells.slice(0, most.columns);
  const isNumber = head.map((_, i) => rows.every(r => (r[i] ?? "") === "" || !Number.isNaN(Number(r[i]))));
  const cell = (text: string, i: number) => html("td", { class: isNumber[i] ? "number" : false }, text.slice(0, 300));
  const words = [isCut ? `The first ${count(rows.length, "row")}` : "", head.length > most.columns ? `${most.columns} of ${head.length} columns` : ""].filter(w => w !== "").join(", ");
  return [
    html("div", { class: "artifact-scroll", tabindex: 0, role: "region", "aria-label": "Table" }, html("table", { class: "artifact-table" },
      html("thead", {}, html("tr", {}, ...cut(head).map((h, i) => html("th", { scope: "col", class: isNumber[i] ? "number" : false }, h)))),
      html("tbody", {}, ...rows.map(r => html("tr", {}, ...cut(r).map(cell)))))),
    ...(words === "" ? [] : [html("p", { class: "muted" }, `${words}; the rest is in the download.`)]),
  ];
}

function failed(text: string): HTMLElement {
  return html("p", { class: "field-error", role: "alert" }, text);
}
