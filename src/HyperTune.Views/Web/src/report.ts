// A report: one document with its data inside, which needs nothing else.
import { startPage } from "./frame/start";

startPage();
