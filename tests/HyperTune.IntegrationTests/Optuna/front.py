"""Prints the numbers of the trials that no other one beats, and the hypervolume up to a reference, as Optuna sees the study named on the command line."""

import sys

import numpy
from common import open_storage, optuna
from optuna._hypervolume import WFG

path, name, reference = sys.argv[1], sys.argv[2], [float(value) for value in sys.argv[3:]]
study = optuna.load_study(study_name=name, storage=open_storage(path))
signs = [-1 if direction.name == "MAXIMIZE" else 1 for direction in study.directions]
losses = numpy.array([[sign * value for sign, value in zip(signs, trial.values)] for trial in study.best_trials])
inside = numpy.array([row for row in losses if all(value < limit for value, limit in zip(row, reference))])
print(" ".join(str(number) for number in sorted(trial.number for trial in study.best_trials)))
print(repr(float(WFG().compute(inside, numpy.array(reference)))))
