"""Writes a study that has something of everything, named on the command line as journal, study."""

import math
import sys

from common import open_storage, optuna

path, name = sys.argv[1], sys.argv[2]
storage = open_storage(path)
optuna.create_study(study_name="other", storage=storage)
study = optuna.create_study(study_name=name, storage=storage, direction="maximize", sampler=optuna.samplers.RandomSampler(seed=1))
study.set_user_attr("note", {"nested": [None, math.nan, "é"]})


def objective(trial):
    kind = trial.suggest_categorical("kind", ["adam", "sgd"])
    if kind == "sgd":
        trial.suggest_float("sgd.momentum", 0, 0.99)
    rate = trial.suggest_float("rate", 1e-5, 1e-1, log=True)
    units = trial.suggest_int("units", 16, 64, step=16)
    trial.suggest_float("drop", 0, 0.5, step=0.1)
    augment = trial.suggest_categorical("augment", [True, False])
    for step in range(3):
        trial.report(math.nan if trial.number == 5 and step == 1 else rate * step, step)
    if trial.number % 4 == 1:
        raise optuna.TrialPruned()
    if trial.number % 4 == 2:
        raise ValueError("no luck")
    return math.inf if trial.number == 7 else rate * units + augment


study.optimize(objective, n_trials=20, catch=(ValueError,))
study.enqueue_trial({"kind": "sgd", "rate": 0.01})
study.ask()
study.ask()
study.enqueue_trial({"kind": "sgd", "rate": 0.02, "sgd.momentum": 0.5})
study.enqueue_trial({"kind": "adam", "rate": 0.03, "units": 48, "drop": 0.3, "augment": True})
