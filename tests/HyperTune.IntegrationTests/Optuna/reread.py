"""Prints how many trials a study has, and once more when its journal has become another file's content: journal, study, the other file."""

import shutil
import sys

from common import open_storage, optuna

path, name, other = sys.argv[1:4]
study = optuna.load_study(study_name=name, storage=open_storage(path))
before = len(study.get_trials())
shutil.copyfile(other, path)
try:
    print(before, len(study.get_trials()))
except ValueError:
    print(before, "unreadable")
