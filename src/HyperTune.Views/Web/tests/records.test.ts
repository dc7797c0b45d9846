import assert from "node:assert/strict";
import test from "node:test";
import { Study } from "../src/study/study";
import { Store } from "../src/state/store";
import type { StudyData } from "../src/data";
import { findCommon, groupFailures } from "../src/views/failure-groups";
import { foldRows, instanceMeans } from "../src/views/fold-rows";
import { layLanes } from "../src/views/lanes";
import { frontOfPair } from "../src/views/pareto-front";
import { spaceRows } from "../src/views/space-rows";
import { makeColumns } from "../src/views/table-columns";
import { parseField } from "../src/views/table-filter";
import { order } from "../src/views/table-order";
import { sampleData } from "./sample";

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

function study(change: (data: Writable<StudyData>) => void): Study {
  const data = sampleData() as Writable<StudyData>;
  change(data);
  return new Study(data);
}

function storeOf(of: Study): Store {
  return new Store(of, { version: 1, made: "", tool: "", studies: [of.data] });
}

test("a column's field takes a comparison, a range, a number as it is shown, absent, or a part of a text", () => {
  const holds = (text: string, value: number, cell = "", isNumeric = true) => {
    const field = parseField(text, isNumeric);
    assert.equal(typeof field, "function");
    return typeof field === "function" && field(value, cell);
  };
  assert.ok(holds(">0.01", 0.02) && !holds(">0.01", 0.01) && holds(">=0.01", 0.01));
  assert.ok(holds("16..64", 16) && holds("16..64", 64) && !holds("16..64", 65));
  assert.ok(holds("0.3356", 0.335609) && !holds("0.3356", 0.3361) && holds("!=3", 4));
  assert.ok(holds("absent", NaN) && !holds("absent", 0) && !holds("<5", NaN));
  assert.ok(holds("ada", 1, "Adam", false) && holds("!ada", 1, "Sgd", false) && !holds("!ada", 1, "Adam", false));
  assert.equal(parseField("  ", true), null);
  assert.match(String(parseField(">x", true)), /no number/);
  assert.match(String(parseField("1..b", true)), /no range/);
});

test("the table puts completed trials first when sorted by value, then last reports, then nothing", () => {
  const store = storeOf(study(() => undefined));
  const columns = makeColumns(store);
  const by = (isDescending: boolean) => [...order(store, columns, new Map(), { key: "m0", isDescending }).trials];
  assert.deepEqual(by(true), [1, 4, 0, 2, 3, 5]);
  assert.deepEqual(by(false), [0, 1, 4, 2, 3, 5]);
  const { trials, errors } = order(store, columns, new Map([["p2", "adam"], ["p0", ">>"]]), { key: "trial", isDescending: false });
  assert.deepEqual([...trials], [1, 2]);
  assert.ok(errors.has("p0"));
});

test("failures are grouped by their message without numbers", () => {
  const of = study(data => {
    data.trials.state = "FFFFCC";
    data.trials.failures = ["Error: Epoch 1 diverged (rate 0.3).", "Error: Epoch 12 diverged (rate 1e-5).", "Disk full"];
    data.trials.failure = [0, 1, 2, null, null, null];
  });
  assert.deepEqual(groupFailures(of).map(g => [g.kind, g.message, g.trials]), [
    ["Error", "Epoch 1 diverged (rate 0.3).", [0, 1]], ["", "Disk full", [2]], ["", "No message", [3]],
  ]);
});

test("what failures share is told where chance would hardly share it, and only then", () => {
  const failing = 6;
  const many = (share: (i: number) => number) => study(data => {
    const n = 60;
    data.parameters.length = 1;
    data.trials.count = n;
    data.trials.state = Array.from({ length: n }, (_, i) => (i < failing ? "F" : "C")).join("");
    data.trials.parameters = [Array.from({ length: n }, (_, i) => share(i))];
    data.trials.metrics = [Array.from({ length: n }, () => 1)];
  });
  const trials = Array.from({ length: failing }, (_, i) => i);
  const shared = findCommon(many(i => (i < failing ? 0.5 + i / 100 : i < 15 ? 0.9 : 0.01)), trials);
  assert.deepEqual(shared, [{ parameter: "LearningRate", words: "of at least 0.5", completed: 9 / 54 }]);
  assert.deepEqual(findCommon(many(i => (i % 6) / 10), trials), []);
});

test("the space is a tree of names, with a case where a condition holds for a part of it", () => {
  const base = sampleData().parameters[3]!;
  const of = study(data => {
    data.parameters.push(
      { ...base, name: "Hidden[1].Units", condition: "Hidden.Count is 2 or more" }, { ...base, name: "Optimizer.Adam.Beta2" },
      { ...base, name: "Optimizer.Adam.Decay", condition: "Optimizer is Adam and Optimizer.Adam.Beta1 is at least 0.9" });
  });
  assert.deepEqual(spaceRows(of).map(r => `${"  ".repeat(r.depth)}${r.kind} ${r.label}`), [
    "parameter LearningRate",
    "list Hidden",
    "  parameter [0] Units",
    "  case Hidden.Count is 2 or more",
    "    parameter [1] Units",
    "parameter Optimizer",
    "  case Optimizer is Adam",
    "    parameter Beta1",
    "    parameter Beta2",
    "    case Optimizer.Adam.Beta1 is at least 0.9",
    "      parameter Decay",
  ]);
  assert.equal(spaceRows(of, new Set(["Hidden", "Optimizer"])).length, 3);
});

test("names that are no paths are one row each", () => {
  const of = study(data => {
    data.parameters.length = 0;
    data.parameters.push(...["a..b", ".", "<b>", "x]y", "", "[0]"].map(name => ({ ...sampleData().parameters[0]!, name })));
  });
  assert.deepEqual(spaceRows(of).flatMap(r => (r.parameter === null ? [] : [r.parameter])).sort(), [0, 1, 2, 3, 4, 5]);
});

test("the line of the front goes through those that no other one beats in the pair", () => {
  const of = study(data => {
    data.metrics.push({ name: "Size", direction: "minimize", isObjective: true, low: null, high: null });
    data.trials.metrics = [[0.5, 0.9, 0.4, 0.9, 0.8, 0.8], [1, 5, 2, 6, 3, 3]];
  });
  assert.deepEqual(frontOfPair(of, [0, 1, 2, 3, 4, 5], 0, 1), [1, 4, 0]);
  assert.deepEqual(frontOfPair(of, [], 0, 1), []);
});

test("lanes hold each trial once, and a running one until now", () => {
  const of = study(data => {
    data.trials.begin = Date.now() - 8000;
    data.trials.worker = [0, 1, 0, 1, 0, 1];
    data.trials.workers = ["a", "b"];
  });
  const { stays, busy, end } = layLanes(of);
  assert.equal(stays.length, 6);
  assert.ok(end >= 8 && stays.find(s => s.trial === 5)!.to === end);
  assert.ok(Math.abs(busy[0]! - 3 / end) < 1e-9 && Math.abs(busy[1]! - (2 + end - 5) / end) < 1e-9);
});

test("folds have their mean and its standard error, and instances their difference from it", () => {
  const of = study(data => {
    data.trials.stepName = "instance";
    data.trials.reports = { 0: { steps: [0, 1], values: [1, 3] }, 1: { steps: [0, 1, 2], values: [4, 6, null] }, 4: { steps: [0], values: [5] } };
  });
  const rows = foldRows(storeOf(of), 16);
  assert.deepEqual(rows.map(r => [r.trial, r.mean, r.error]), [[1, 5, 1], [4, 5, null], [0, 2, 1]]);
  assert.deepEqual(instanceMeans(rows), [{ instance: 0, mean: -2 / 3 }, { instance: 1, mean: 1 }]);
});
