import type { StudyData } from "../src/data";
import { Study } from "../src/study/study";

/** Six trials over four parameters: three completed, one pruned, one failed, one running. */
export function sampleData(): StudyData {
  return {
    name: "sample", space: "Config", fingerprint: "", facts: [], summary: [],
    metrics: [{ name: "Validation accuracy", direction: "maximize", isObjective: true, low: null, high: null }],
    parameters: [
      { name: "LearningRate", kind: "number", scale: "log", low: 1e-4, high: 1, step: null, labels: [], unit: null, range: "", initial: 0.01, condition: "" },
      { name: "Hidden[0].Units", kind: "integer", scale: "linear", low: 16, high: 96, step: 16, labels: [], unit: null, range: "", initial: 32, condition: "" },
      { name: "Optimizer", kind: "choice", scale: "linear", low: 0, high: 2, step: null, labels: ["Sgd", "Adam", "Ada Grad"], unit: null, range: "", initial: 0, condition: "" },
      { name: "Optimizer.Adam.Beta1", kind: "number", scale: "linear", low: 0.8, high: 0.999, step: null, labels: [], unit: null, range: "", initial: 0.9, condition: "Optimizer is Adam" },
    ],
    trials: {
      count: 6, state: "CCPFCR",
      metrics: [[0.5, 0.9, 0.4, null, 0.9, null]],
      parameters: [[0.01, 0.001, 0.5, 0.9, 0.02, 0.03], [16, 32, 48, 64, 96, 16], [0, 1, 1, 2, 0, 2], [null, 0.9, 0.95, null, null, null]],
      start: [0, 1, 2, 3, 4, 5], duration: [1, 1, 1, 1, 1, null], begin: 0,
      worker: [0, 0, 0, 0, 0, 0], workers: ["Worker 1"], areWorkersKnown: true,
      origin: [1, 0, 0, 0, 0, 0], origins: ["strategy", "enqueued"], parent: [], error: [], cost: [],
      failure: [null, null, null, 0, null, null], failures: ["It diverged."],
      reports: { 2: { steps: [1, 2], values: [0.3, 0.4] } }, stepName: "", artifacts: {},
    },
    best: 1, bestReason: null, front: [], code: [], defaults: 0, noise: null, expected: null, importance: [], hints: [],
    hypervolume: null, pruning: null, notes: [],
  };
}

export const sample = (): Study => new Study(sampleData());
