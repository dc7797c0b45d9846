// A dashboard begins as a report of what was known when the page was asked for.
import { startPage } from "./frame/start";

startPage();
