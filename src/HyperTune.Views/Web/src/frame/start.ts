import "../style/theme.css";
import "../style/page.css";
import "../style/card.css";
import "../style/plot.css";
import "../style/masthead.css";
import "../style/bar.css";
import "../style/panel.css";
import "../style/print.css";
import type { ReportData } from "../data";
import { Store } from "../state/store";
import { Study } from "../study/study";
import { Page } from "./page";
import { startTheme } from "./theme";

/** Builds a page from the data that stands in the document, and returns the store of the study that it shows. */
export function startPage(): Store {
  const data = document.getElementById("data");
  const host = document.getElementById("page");
  if (data === null || host === null) {
    throw new Error("The page lacks its data or the element to show it in.");
  }
  const report = JSON.parse(data.textContent ?? "") as ReportData;
  const studies = report.studies.map(s => new Study(s));
  const first = studies[0];
  if (first === undefined) {
    throw new Error("The page has no study.");
  }
  startTheme();
  host.replaceChildren();
  const store = new Store(first, report, studies);
  new Page(store, host);
  return store;
}
