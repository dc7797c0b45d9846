"""Writes a study with two objectives and a constraint, named on the command line as journal, study."""

import sys

from common import open_storage, optuna

path, name = sys.argv[1], sys.argv[2]


def constraints(trial):
    return [trial.params["x"] - 0.75]


study = optuna.create_study(
    study_name=name,
    storage=open_storage(path),
    directions=["maximize", "minimize"],
    sampler=optuna.samplers.NSGAIISampler(population_size=10, seed=1, constraints_func=constraints),
)
study.optimize(lambda trial: (trial.suggest_float("x", 0, 1), trial.suggest_float("y", 0, 1) + trial.params["x"] ** 2), n_trials=40)
