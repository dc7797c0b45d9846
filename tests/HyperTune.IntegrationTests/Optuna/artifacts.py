"""Prints the artifacts of a study's trials and what is in them, one line each. Versions before 3.3 have no artifacts, only the attributes that describe them."""

import json
import os
import sys

from common import open_storage, optuna

try:
    from optuna.artifacts import FileSystemArtifactStore, get_all_artifact_meta
except ImportError:
    get_all_artifact_meta = None

path, name, directory = sys.argv[1:]
storage = open_storage(path)
study = optuna.load_study(study_name=name, storage=storage)


def described(trial):
    if get_all_artifact_meta is None:
        return [json.loads(value) for key, value in trial.system_attrs.items() if key.startswith("artifacts:")]
    return [vars(meta) for meta in get_all_artifact_meta(trial, storage=storage)]


def open_reader(artifact_id):
    if get_all_artifact_meta is None:
        return open(os.path.join(directory, artifact_id), "rb")
    return FileSystemArtifactStore(directory).open_reader(artifact_id)


for trial in study.get_trials(deepcopy=False):
    for meta in sorted(described(trial), key=lambda meta: meta["filename"]):
        with open_reader(meta["artifact_id"]) as content:
            print(json.dumps([trial.number, trial.state.name, meta["filename"], meta["mimetype"], content.read().decode()]))
