"""Prints what the studies of storages are, as Optuna sees them, one line each; keys with the ids of trials name their numbers."""

import sys

from common import open_storage


def number(storage, text):
    return storage.get_trial_number_from_id(int(text)) if str(text).isdigit() else text


def name(storage, key):
    parts = key.split(":")
    return ":".join([parts[0], str(number(storage, parts[1])), *parts[2:]]) if key.startswith("dashboard:") else key


def value(storage, key, item):
    return [number(storage, entry) for entry in item] if ":parent:" in key else item


for path in sys.argv[1:]:
    storage = open_storage(path)
    for study in storage.get_all_studies():
        print(repr((
            study.study_name,
            [direction.name for direction in study.directions],
            study.user_attrs,
            {name(storage, key): value(storage, key, item) for key, item in study.system_attrs.items()},
        )))
