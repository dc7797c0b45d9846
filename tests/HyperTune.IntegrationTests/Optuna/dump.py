"""Prints all studies of the journals named on the command line as Optuna sees them, one line a trial, numbers by their exact text."""

import json
import sys

from common import open_storage, optuna


def text(value):
    if isinstance(value, dict):
        return {str(key): text(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [text(item) for item in value]
    return value if isinstance(value, str) else repr(value)


for path in sys.argv[1:]:
    storage = open_storage(path)
    for study in storage.get_all_studies():
        for trial in storage.get_all_trials(study._study_id):
            print(json.dumps({
                "study": study.study_name,
                "directions": [direction.name for direction in study.directions],
                "number": trial.number,
                "state": trial.state.name,
                "values": text(trial.values),
                "params": text(trial.params),
                "distributions": text(trial.distributions),
                "reports": text(trial.intermediate_values),
                "user": text(trial.user_attrs),
                "system": text(trial.system_attrs),
                "started": trial.datetime_start and trial.datetime_start.isoformat(),
                "finished": trial.datetime_complete and trial.datetime_complete.isoformat(),
            }))
