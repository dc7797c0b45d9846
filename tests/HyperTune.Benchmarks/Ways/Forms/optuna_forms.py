"""The recipes of Optuna's FAQ for orders and subsets. Reads problems as JSON, prints Optuna's version and the best value of a study each."""

import json
import math
import sys
import warnings

warnings.simplefilter("ignore")

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)


def decode(lehmer_code):
    """Decode a Lehmer code to a permutation, as the FAQ does."""
    all_indices = list(range(len(lehmer_code)))
    output = []
    for k in lehmer_code:
        value = all_indices[k]
        output.append(value)
        all_indices.remove(value)
    return output


def tour(problem, order_of):
    x, y = problem["X"], problem["Y"]

    def objective(trial):
        order = order_of(trial, len(x))
        return sum(math.hypot(x[a] - x[b], y[a] - y[b]) for a, b in zip(order, order[1:] + order[:1]))

    return objective


def lehmer(trial, n):
    return decode([trial.suggest_int(f"x{i}", 0, n - i - 1) for i in range(n)])


def keys(trial, n):
    values = [trial.suggest_float(f"x{i}", 0, 1) for i in range(n)]
    return sorted(range(n), key=values.__getitem__)


def pack(problem):
    values, weights, capacity = problem["Values"], problem["Weights"], problem["Capacity"]

    def objective(trial):
        taken = [trial.suggest_categorical(f"x{i}", [False, True]) for i in range(len(values))]
        weight = sum(w for w, t in zip(weights, taken) if t)
        return sum(v for v, t in zip(values, taken) if t) - 10 * max(0, weight - capacity)

    return objective


def best(objective, direction, seed, trials):
    study = optuna.create_study(direction=direction, sampler=optuna.samplers.TPESampler(seed=seed))
    study.optimize(objective, n_trials=trials)
    return study.best_value


work = json.load(sys.stdin)
trials = work["Trials"]
print(json.dumps({
    "Version": optuna.__version__,
    "Lehmer": [best(tour(p, lehmer), "minimize", s, trials) for s, p in enumerate(work["Tours"])],
    "Keys": [best(tour(p, keys), "minimize", s, trials) for s, p in enumerate(work["Tours"])],
    "Packs": [best(pack(p), "maximize", s, trials) for s, p in enumerate(work["Packs"])],
}))
