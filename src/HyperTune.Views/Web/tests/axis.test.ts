import assert from "node:assert/strict";
import test from "node:test";
import { Axis } from "../src/plots/axis";
import { describeLimit } from "../src/plots/describe-limit";
import { type Domain, numberDomain, parameterDomain } from "../src/plots/domain";
import { sample } from "./sample";

const study = sample();
const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

test("a log axis lays equal factors equally wide, upwards too", () => {
  const axis = new Axis(parameterDomain(study, 0), 400, 0);
  near(axis.place(1e-4), 400);
  near(axis.place(1e-2), 200);
  near(axis.place(1), 0);
  near(axis.invert(200), 0.01);
});
test("ticks of a log axis are powers of ten", () => {
  const texts = new Axis(parameterDomain(study, 0), 0, 400).ticks(40).map(t => t.text);
  assert.deepEqual(texts, ["10⁻⁴", "10⁻³", "0.01", "0.1", "1"]);
});
test("few integers get slots, and a box takes the slots that it touches", () => {
  const axis = new Axis(parameterDomain(study, 1), 0, 600);
  assert.deepEqual(axis.domain.slots, [16, 32, 48, 64, 80, 96]);
  near(axis.place(16), 50);
  assert.deepEqual(axis.limit(110, 290), { low: 32, high: 48, absent: false });
  assert.deepEqual(axis.span({ low: 32, high: 48, absent: false }), [100, 300]);
});
test("absent values have their place, and a box over it lets them in", () => {
  const axis = new Axis(parameterDomain(study, 3), 400, 0, { absent: "low" });
  near(axis.place(NaN), 400);
  assert.deepEqual(axis.limit(404, 396), { low: Infinity, high: -Infinity, absent: true });
  const both = axis.limit(404, 200);
  assert.ok(both.absent && both.low === 0.8);
  assert.equal(describeLimit(axis.domain, { low: 0.8, high: 0.9, absent: true }), "0.8 to 0.9 or absent");
});
test("an axis that goes down keeps the absent at its high end", () => {
  const axis = new Axis(parameterDomain(study, 3), 0, 400, { absent: "high" });
  near(axis.place(NaN), 400);
  assert.ok(axis.place(0.999) < 380);
  assert.ok(axis.limit(200, 400).absent);
  assert.ok(!axis.limit(0, 200).absent);
});
test("worse values go to their strip, and its limit is open", () => {
  const domain: Domain = { ...numberDomain("x", 0.9, 1), worse: "low" };
  const axis = new Axis(domain, 300, 0);
  assert.ok(axis.place(0.2) > axis.low);
  assert.equal(axis.limit(300, 100).low, -Infinity);
  assert.equal(describeLimit(domain, { low: -Infinity, high: 0.95, absent: false }), "up to 0.95");
});
test("limits of close values keep the digits that tell them apart", () => {
  const axis = new Axis(numberDomain("x", 1000, 1001), 0, 500);
  assert.equal(axis.invert(250), 1000.5);
  assert.ok(axis.invert(260) !== axis.invert(250));
});
test("every value comes back from its pixel", () => {
  for (const axis of [new Axis(parameterDomain(study, 0), 0, 500), new Axis(parameterDomain(study, 3), 500, 0)]) {
    for (let pixel = 0; pixel <= 500; pixel += 25) {
      assert.ok(Math.abs(axis.place(axis.invert(pixel)) - pixel) < 2);
    }
  }
});
