"""Runs trials of an existing study: journal, study, number of trials, kind of lock."""

import sys

from common import open_storage, optuna

path, name, count, lock = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
study = optuna.load_study(study_name=name, storage=open_storage(path, lock, patient=True), sampler=optuna.samplers.RandomSampler(seed=len(lock)))


def objective(trial):
    x0 = trial.suggest_float("x0", 0, 1)
    x1 = trial.suggest_float("x1", 0, 1)
    trial.report(x0, 0)
    return (x0 - 0.5) ** 2 + (x1 - 0.5) ** 2


study.optimize(objective, n_trials=count)
