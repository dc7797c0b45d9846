import assert from "node:assert/strict";
import test from "node:test";
import { noFilter, select } from "../src/state/filter";
import { parseText } from "../src/state/grammar";
import { sample } from "./sample";

const study = sample();
const found = (text: string): number[] => {
  const { mask, error } = select(study, { ...noFilter, text });
  assert.equal(error, null);
  return [...mask].flatMap((m, i) => (m === 1 ? [i] : []));
};

test("an empty text keeps everything", () => assert.deepEqual(found("  "), [0, 1, 2, 3, 4, 5]));
test("a state keeps its trials, an exclamation mark the others", () => {
  assert.deepEqual(found("failed"), [3]);
  assert.deepEqual(found("!Completed"), [2, 3, 5]);
});
test("comparisons find a name by its end", () => {
  assert.deepEqual(found("Rate<0.01"), [1]);
  assert.deepEqual(found("rate<=1e-2"), [0, 1]);
  assert.deepEqual(found("Units:32..64"), [1, 2, 3]);
  assert.deepEqual(found("Units!=16"), [1, 2, 3, 4]);
  assert.deepEqual(found("trial>=4"), [4, 5]);
});
test("an exact name wins over names that hold it", () => assert.deepEqual(found("Optimizer:adam"), [1, 2]));
test("names and labels with spaces stand in quotation marks", () => {
  assert.deepEqual(found('Optimizer:"Ada Grad"'), [3, 5]);
  assert.deepEqual(found('"Validation accuracy">0.5'), [1, 4]);
});
test("value is the objective", () => assert.deepEqual(found("value=0.9"), [1, 4]));
test("absent finds trials without a value", () => {
  assert.deepEqual(found("Beta1:absent"), [0, 3, 4, 5]);
  assert.deepEqual(found("Beta1!=absent"), [1, 2]);
});
test("terms hold together", () => assert.deepEqual(found("Rate<0.1 completed Units>16"), [1, 4]));
test("what is wrong is named, and the rest holds", () => {
  for (const [text, message] of [
    ["Foo<1", /“Foo” is no parameter and no metric/], ["Rate<fast", /“fast” is no number/], ["Optimizer:Lion", /“Lion” is no choice of Optimizer/],
    ["Optimizer<2", /is a choice/], ["bananas", /is no state/], ["Units:1..x", /is no range/], ["a<1", /may be/],
  ] as const) {
    const { error, tests } = parseText(`failed ${text}`, study);
    assert.match(error ?? "", message);
    assert.equal(tests.length, 1);
  }
});
test("limits hold at their ends, and absent ones only where they are let in", () => {
  const limit = (absent: boolean) => select(study, { ...noFilter, limits: new Map([["p3", { low: 0.9, high: 0.95, absent }]] as const) });
  assert.deepEqual([...limit(false).mask], [0, 1, 1, 0, 0, 0]);
  assert.equal(limit(true).count, 6);
});
