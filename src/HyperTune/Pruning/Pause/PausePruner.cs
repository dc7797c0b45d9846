namespace HyperTune.Pruning.Pause;

/// <summary>Ends each trial at its next rung, from where a strategy lets the best go on.</summary>
internal sealed class PausePruner(RungLadder ladder) : Pruner
{
    public override string ToString() => "Pause";

    public override PrunerRun Start(PrunerContext context) => new Run(ladder);

    private sealed class Run(RungLadder ladder) : PrunerRun
    {
        public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
            => !reports.IsEmpty && ladder.PauseOf(trialNumber, reports[0].Step) is { } pause && reports[^1].Step >= pause;
    }
}
