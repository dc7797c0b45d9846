// A dashboard: the views of a report, over studies that its server reads while they run.
import "./style/theme.css";
import "./style/page.css";
import "./style/card.css";
import "./style/plot.css";
import "./style/masthead.css";
import "./style/bar.css";
import "./style/panel.css";
import "./style/print.css";
import "./style/dashboard.css";
import { Api } from "./dashboard/api";
import { App } from "./dashboard/app";
import { startTheme } from "./frame/theme";

const host = document.getElementById("page");
if (host === null) {
  throw new Error("The page lacks the element to show the study in.");
}
startTheme();
host.replaceChildren();
void new App(new Api(), host).start();
