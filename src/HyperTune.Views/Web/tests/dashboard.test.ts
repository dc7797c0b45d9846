import assert from "node:assert/strict";
import test from "node:test";
import type { StudyPatch } from "../src/data";
import { canPatch, mergePatches, patchOfAll } from "../src/dashboard/merge";
import { readLines, readSeparated } from "../src/dashboard/separated";
import { Study } from "../src/study/study";
import { sampleData } from "./sample";

function patch(index: readonly number[], state: string, value: number | null, rest: StudyPatch["rest"] = {}, reports: StudyPatch["rows"]["reports"] = {}): StudyPatch {
  const column = <T>(of: T) => index.map(() => of);
  return {
    count: Math.max(6, ...index.map(i => i + 1)), begin: 0, rest,
    rows: {
      index, state, metrics: [column(value)], parameters: [column(0.5), column(16), column(1), column(0.9)], start: column(1), duration: column(2),
      worker: column(0), workers: ["Worker 1"], origin: column(0), origins: ["strategy"], parent: column(null), error: column(null), cost: column(null),
      failure: column(null), failures: [], reports, artifacts: {},
    },
  };
}

test("merged patches do what they do one after the other", () => {
  const patches = [
    patch([5, 6], "CR", 0.7, { best: 5, pruning: "some" }, { 5: { steps: [1], values: [0.1] } }),
    patch([6], "C", 0.95, { best: 6 }, { 5: { steps: [1, 2], values: [0.1, 0.2] } }),
    patch([3, 7], "EW", null),
  ];
  const [together, apart] = [new Study(sampleData()), new Study(sampleData())];
  together.apply(mergePatches(patches));
  patches.forEach(p => apart.apply(p));
  assert.deepEqual(together.data, apart.data);
  assert.equal(together.data.trials.state, "CCPECCCW");
  assert.equal(mergePatches([patches[0]!]), patches[0]);
});

test("a study that was read anew becomes a patch of all of it", () => {
  const after = sampleData();
  after.trials.state = "CCPFCC";
  after.trials.metrics[0]![5] = 0.99;
  const study = new Study(sampleData());
  assert.ok(canPatch(study.data, after));
  study.apply(patchOfAll(after));
  assert.equal(study.data.trials.state, after.trials.state);
  assert.deepEqual([study.data.trials.metrics, study.data.trials.parameters, study.data.trials.reports], [after.trials.metrics, after.trials.parameters, after.trials.reports]);
  assert.ok(!canPatch(study.data, { ...after, parameters: after.parameters.slice(1) }));
  assert.ok(!canPatch(study.data, { ...after, trials: { ...after.trials, count: 5 } }));
});

test("separated values may hold separators, line ends and quotation marks", () => {
  const text = '\uFEFFa,"b,c",d\r\n1,"two\nlines ""q""",\r\n\r\n3,x,y';
  assert.deepEqual(readSeparated(text, ",", 10), { head: ["a", "b,c", "d"], rows: [["1", 'two\nlines "q"', ""], ["3", "x", "y"]], isCut: false });
  assert.deepEqual(readSeparated("a\tb\n1\t2\n", "\t", 10).rows, [["1", "2"]]);
  assert.deepEqual(readSeparated("", ",", 10), { head: [], rows: [], isCut: false });
});

test("long tables are cut, and say so", () => {
  const lines = ["n", ...Array.from({ length: 50 }, (_, i) => String(i))].join("\n");
  for (const most of [10, 49]) {
    const { rows, isCut } = readSeparated(lines, ",", most);
    assert.equal(rows.length, most);
    assert.ok(isCut);
  }
  assert.ok(!readSeparated(lines, ",", 50).isCut);
});

test("JSON lines become a table of their members, other lines none", () => {
  assert.deepEqual(readLines('{"a":1}\n{"b":"x","a":[1]}\n', 10), { head: ["a", "b"], rows: [["1", ""], ["[1]", "x"]], isCut: false });
  assert.equal(readLines('{"a":1}\nplain', 10), null);
  assert.equal(readLines("[1]", 10), null);
  assert.equal(readLines("", 10), null);
});
