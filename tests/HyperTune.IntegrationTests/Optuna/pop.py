"""Takes the next trial of a study up, be it an enqueued one, and finishes it: journal, study."""

import sys

from common import open_storage, optuna

study = optuna.load_study(study_name=sys.argv[2], storage=open_storage(sys.argv[1]))
trial = study.ask()
x0 = trial.suggest_float("x0", 0, 1)
x1 = trial.suggest_float("x1", 0, 1)
study.tell(trial, x0 + x1)
print(trial.number, repr(x0), repr(x1))
