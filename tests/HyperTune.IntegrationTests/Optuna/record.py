"""Prints the user attributes of a study and of its first trial, and adds some of its own; named on the command line as journal, study."""

import json
import sys

from common import open_storage, optuna

path, name = sys.argv[1], sys.argv[2]
study = optuna.load_study(study_name=name, storage=open_storage(path), sampler=optuna.samplers.RandomSampler(seed=1))
print(json.dumps({"study": study.user_attrs, "trial": study.trials[0].user_attrs}))
study.set_user_attr("dataset", "v4")
study.set_user_attr("by", "Optuna")
study.set_user_attr("count", 3)
study.set_user_attr("list", [1, 2])


def run(trial):
    trial.suggest_float("x", 0, 1)
    trial.suggest_float("y", 0, 1)
    trial.set_user_attr("Recall", 1)
    trial.set_user_attr("Epochs", 7)
    trial.set_user_attr("Converged", True)
    trial.set_user_attr("Word", "Optuna's")
    trial.set_user_attr("Took", 2.5)
    trial.set_user_attr("Cost", 0.1)
    trial.set_user_attr("other", {"a": [1, 2]})
    return 0.75


def run_otherwise(trial):
    trial.suggest_float("x", 0, 1)
    trial.suggest_float("y", 0, 1)
    trial.set_user_attr("Recall", "high")
    trial.set_user_attr("Epochs", 2.5)
    trial.set_user_attr("Converged", 1)
    trial.set_user_attr("Day", "friday?")
    return 0.25


study.optimize(run, n_trials=1)
study.optimize(run_otherwise, n_trials=1)
