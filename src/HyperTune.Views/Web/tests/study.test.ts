import assert from "node:assert/strict";
import test from "node:test";
import type { ReportData } from "../src/data";
import { readFragment, writeFragment } from "../src/state/fragment";
import { Store } from "../src/state/store";
import { Study } from "../src/study/study";
import { sample } from "./sample";

const storeOf = (study: Study): Store => new Store(study, {} as ReportData);

test("the ranking holds completed trials, best first, the first of equals leading", () => {
  assert.deepEqual([...sample().ranking(0)], [1, 4, 0]);
  assert.deepEqual([...sample().ranks(0)], [2, 0, -1, -1, 1, -1]);
});
test("a patch changes trials and adds new ones", () => {
  const study = sample();
  study.apply({
    count: 8, begin: 0, rest: { best: 7 },
    rows: {
      index: [5, 7], state: "CC", metrics: [[0.7, 0.95]], parameters: [[0.03, 0.04], [16, 32], [2, 1], [null, 0.85]], start: [5, 6], duration: [1, 1],
      worker: [0, 1], workers: ["Worker 1", "Worker 2"], origin: [0, 1], origins: ["strategy", "enqueued"], parent: [null, 5], error: [null, null],
      cost: [null, null], failure: [null, null], failures: ["It diverged."], reports: { 7: { steps: [1], values: [0.9] } }, artifacts: {},
    },
  });
  assert.equal(study.count, 8);
  assert.equal(study.data.trials.state, "CCPFCCWC");
  assert.deepEqual([...study.ranking(0)], [7, 1, 4, 5, 0]);
  assert.ok(Number.isNaN(study.parameter(0)[6]!));
  assert.equal(study.parameter(3)[7], 0.85);
  assert.equal(study.best(0), 7);
  assert.ok(study.isEnqueued(7) && study.isEnqueued(0) && !study.isEnqueued(5));
  assert.deepEqual(Object.keys(study.data.trials.reports), ["2", "7"]);
});
test("the page's state goes to the address and comes back", () => {
  const store = storeOf(sample());
  store.setLimit("p0", { low: 0.001, high: 0.1, absent: false });
  store.setLimit("p2", { low: 1, high: 2, absent: false });
  store.setLimit("p3", { low: Infinity, high: -Infinity, absent: true });
  store.setLimit("m0", { low: -Infinity, high: 0.8, absent: true });
  store.toggleState("P");
  store.setText("Rate<0.5 & more");
  store.setGroup({ label: "a: b", trials: [0, 1, 2, 4] });
  store.open(4);
  store.setScale("all");
  const text = writeFragment(store);
  const other = storeOf(sample());
  readFragment(text, other);
  assert.equal(writeFragment(other), text);
  assert.deepEqual([...other.filter.limits], [...store.filter.limits]);
  assert.deepEqual(other.filter.group, store.filter.group);
  assert.equal(other.opened, 4);
});
test("an address with what is unknown is read as far as it goes", () => {
  const store = storeOf(sample());
  readFragment("limit=Gone:1..2&limit=LearningRate:x..y&limit=Optimizer:Lion..Sgd&trial=99&only=x:7-9,1e9-2e9&scale=huge&hide=Zq", store);
  assert.ok(!store.isFiltered);
  assert.equal(store.opened, null);
  assert.equal(store.scale, "focus");
});
