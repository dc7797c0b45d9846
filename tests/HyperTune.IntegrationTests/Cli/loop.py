"""Tunes a function through the tool: arguments are the journal, the study, how many trials, and the tool's command."""

import json
import subprocess
import sys

journal, study, count, *tool = sys.argv[1:]


def hypertune(command, *arguments):
    return json.loads(subprocess.run([*tool, command, journal, study, *arguments], check=True, capture_output=True, text=True).stdout)


for _ in range(int(count)):
    trial = hypertune("ask")
    config = trial["config"]
    loss = (config["x"] - 0.3) ** 2 + (0 if config["kind"] == "b" else 0.1)
    number = str(trial["trial"])
    pruned = any(hypertune("report", "--trial", number, "--step", str(step), "--value", str(loss + 1 - step / 4))["prune"] for step in range(2))
    if pruned:
        hypertune("tell", "--trial", number, "--pruned")
    else:
        hypertune("tell", "--trial", number, "--value", str(loss))
