"""Fills a database with studies that have all that Optuna can keep: argument 1 is the file."""

import sys

from common import open_storage, optuna

ODD = "odd \u001b[31m\r\nname \U0001f600 ' \" \\ -- ; DROP TABLE studies"
storage = open_storage(sys.argv[1])

# Two studies take turns, so that the ids of trials are not their numbers.
plain = optuna.create_study(storage=storage, study_name="plain", direction="maximize", sampler=optuna.samplers.RandomSampler(seed=1))
odd = optuna.create_study(storage=storage, study_name=ODD, directions=["minimize", "maximize"], sampler=optuna.samplers.NSGAIISampler(seed=2, population_size=4))
plain.set_user_attr("data", {"rows": [1, 2.5, None], "not a number": float("nan"), "text": "line\nend \u00e9 \ud800"})
plain.set_system_attr("dashboard:3:note_ver", 2)
plain.set_system_attr("dashboard:3:note_str:0", "the third")
odd.set_system_attr("NSGAIISampler:parent:1", [2, 4])


def objective(trial):
    rate = trial.suggest_float("rate", 1e-5, 0.1, log=True)
    trial.suggest_float("step", 0, 1, step=0.25)
    trial.suggest_int("units", 16, 64, step=16)
    trial.suggest_int("big", 2**53 + 1, 2**53 + 1)
    trial.suggest_int("log", 1, 1000, log=True)
    trial.suggest_categorical("kind", ["a", None, True, 1.5, 2**53 + 1, "b,{c}:\n"])
    trial.suggest_categorical(ODD, [ODD])
    if trial.number % 2:
        trial.suggest_float("only sometimes", -1, 1)
    trial.set_user_attr(ODD, {"at": trial.number, "list": [float("inf"), -float("inf")]})
    trial.set_system_attr("mine", "x" * 3000)
    for step, value in enumerate([rate, float("nan"), float("inf"), -float("inf"), 1e-300]):
        trial.report(value, step * 10)
    if trial.number == 2:
        raise optuna.TrialPruned()
    if trial.number == 3:
        raise ValueError("on purpose")
    return float("inf") if trial.number == 4 else -float("inf") if trial.number == 5 else 0.1 + rate


def front(trial):
    return trial.suggest_float("x", 0, 1), trial.suggest_float("y", 0, 1)


for _ in range(8):
    plain.optimize(objective, 1, catch=(ValueError,))
    odd.optimize(front, 1)

plain.ask()
plain.enqueue_trial({"rate": 0.01}, user_attrs={"why": "by hand"})
odd.ask()
optuna.create_study(storage=storage, study_name="empty")
