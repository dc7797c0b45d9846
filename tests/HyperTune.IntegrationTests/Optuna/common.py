"""What all scripts here need: a quiet Optuna, and a journal opened with either kind of lock in any of its versions."""

import warnings

warnings.simplefilter("ignore")

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)


def open_storage(path, lock="symlink"):
    storages = optuna.storages
    if hasattr(storages, "journal"):
        backend, symlink, opened = (
            storages.journal.JournalFileBackend,
            storages.journal.JournalFileSymlinkLock,
            storages.journal.JournalFileOpenLock,
        )
    else:
        backend, symlink, opened = (
            storages.JournalFileStorage,
            storages.JournalFileSymlinkLock,
            storages.JournalFileOpenLock,
        )
    lock_object = (symlink if lock == "symlink" else opened)(path)
    return storages.JournalStorage(backend(path, lock_obj=lock_object))
