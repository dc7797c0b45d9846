"""Asks one of Optuna's samplers for trials of a study with several objectives, with the sampler's defaults.

Arguments: the sampler's class, its seed, the number of objectives, "limited" or "free", and the low and the high end of each parameter. Prints one
line a trial, the parameters, and reads one, the objectives and what exceeds each limit. Ends with its input.
"""

import sys
import warnings

warnings.simplefilter("ignore")

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)
sampler, seed, objectives, limited = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "limited"
ends = [float(end) for end in sys.argv[5:]]
options = {"seed": seed}
if limited:
    options["constraints_func"] = lambda trial: trial.user_attrs["excess"]

study = optuna.create_study(directions=["minimize"] * objectives, sampler=getattr(optuna.samplers, sampler)(**options))
while True:
    trial = study.ask()
    vector = [trial.suggest_float(f"x{i}", ends[2 * i], ends[2 * i + 1]) for i in range(len(ends) // 2)]
    print(*map(repr, vector), flush=True)
    line = sys.stdin.readline()
    if not line:
        break

    numbers = [float(word) for word in line.split()]
    trial.set_user_attr("excess", numbers[objectives:])
    study.tell(trial, numbers[:objectives])
