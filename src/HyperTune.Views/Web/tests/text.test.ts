import assert from "node:assert/strict";
import test from "node:test";
import { formatDuration } from "../src/text/durations";
import { count, formatNumber, formatPercent, formatPower } from "../src/text/numbers";
import { localMean } from "../src/views/contour-field";
import { quantile } from "../src/study/statistics";

test("numbers have four digits, and no more than they need", () => {
  const texts = [0, 0.016312, 1e-4, 3.324e-6, 123.456, 12345, 98765432, -0.5, 1, 0.1 + 0.2, Infinity].map(v => formatNumber(v));
  assert.deepEqual(texts, ["0", "0.01631", "1e-4", "3.32e-6", "123.5", "12,345", "9.88e7", "−0.5", "1", "0.3", "∞"]);
});
test("shares that round to nothing are not nothing", () => {
  assert.deepEqual([0, 0.004, 0.126, 1].map(formatPercent), ["0 %", "< 1 %", "13 %", "100 %"]);
});
test("powers of ten are raised where they would be long", () => {
  assert.deepEqual([1e-10, 0.01, 1, 1000, 1e4].map(formatPower), ["10⁻¹⁰", "0.01", "1", "1000", "10⁴"]);
});
test("durations have two units at most", () => {
  const texts = [0, 0.0042, 0.43, 1.234, 33.4, 59.7, 250, 3600, 7500, 90000, NaN].map(formatDuration);
  assert.deepEqual(texts, ["0 s", "4.2 ms", "430 ms", "1.2 s", "33 s", "1 min", "4 min 10 s", "1 h", "2 h 5 min", "1 d 1 h", "unknown"]);
});
test("counts agree with their noun", () => assert.deepEqual([count(1, "trial"), count(12000, "trial")], ["1 trial", "12,000 trials"]));
test("quantiles lie between their neighbours", () => {
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
  assert.ok(Number.isNaN(quantile([], 0.5)));
});
test("the local mean is the mean near by, and weighs nothing far away", () => {
  const field = localMean([{ x: 0.1, y: 0.1, value: 1 }, { x: 0.1, y: 0.1, value: 0 }, { x: 0.9, y: 0.9, value: 0.25 }], 50, 0.05, 0.05);
  const at = (x: number, y: number) => Math.floor(y * 50) * 50 + Math.floor(x * 50);
  assert.ok(Math.abs(field.mean[at(0.1, 0.1)]! - 0.5) < 1e-9);
  assert.ok(Math.abs(field.weight[at(0.1, 0.1)]! - 2) < 1e-9);
  assert.ok(Math.abs(field.mean[at(0.9, 0.9)]! - 0.25) < 1e-9);
  assert.ok(field.weight[at(0.5, 0.5)]! < 1e-6);
});
