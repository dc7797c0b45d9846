"""Times trials of a study in a new journal of Optuna: path, number of trials, threads. Prints the wall clock's and the processor's seconds."""

import sys
import time
import warnings

warnings.simplefilter("ignore")

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)
path, count, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
storages = optuna.storages
backend = storages.journal.JournalFileBackend if hasattr(storages, "journal") else storages.JournalFileStorage
study = optuna.create_study(storage=storages.JournalStorage(backend(path)), sampler=optuna.samplers.RandomSampler(seed=1))


def objective(trial):
    rate = trial.suggest_float("Rate", 1e-5, 1e-1, log=True)
    dropout = trial.suggest_float("Dropout", 0, 0.5)
    units = trial.suggest_int("Units", 16, 256)
    trial.suggest_int("Layers", 1, 8)
    trial.suggest_categorical("Activation", ["relu", "tanh", "gelu"])
    return rate + dropout + units


study.optimize(objective, n_trials=5)
wall, processor = time.perf_counter(), time.process_time()
study.optimize(objective, n_trials=count, n_jobs=threads)
print(optuna.__version__, time.perf_counter() - wall, time.process_time() - processor)
