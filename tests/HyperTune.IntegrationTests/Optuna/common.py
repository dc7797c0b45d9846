"""What all scripts here need: a quiet Optuna, and a journal opened with either kind of lock in any of its versions, or a database."""

import json
import time
import warnings

warnings.simplefilter("ignore")

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)


def open_storage(path, lock="symlink", patient=False):
    storages = optuna.storages
    if path.endswith(".db"):
        return storages.RDBStorage(f"sqlite:///{path}")

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

    # Optuna reads without the lock, and fails when it finds a line of which the other half is written between two of its reads. Nothing is lost by reading again,
    # which is for scripts that run while others write: to all others a line that cannot be read is a mistake.
    class PatientFile(backend):
        def read_logs(self, log_number_from):
            for _ in range(100):
                try:
                    return super().read_logs(log_number_from)
                except json.JSONDecodeError:
                    time.sleep(0.01)
            return super().read_logs(log_number_from)

    lock_object = (symlink if lock == "symlink" else opened)(path)
    return storages.JournalStorage((PatientFile if patient else backend)(path, lock_obj=lock_object))
