namespace HyperTune.Tests;

/// <summary>Writes down what it is told, and stops the trials it was told to at given steps.</summary>
internal sealed class RecordingPruner(params (int Trial, int Step)[] stops) : Pruner
{
    public List<string> Told { get; } = [];

    public override string ToString() => "Recording";

    public override PrunerRun Start(PrunerContext context) => new Run(this, stops);

    private sealed class Run(RecordingPruner owner, (int Trial, int Step)[] stops) : PrunerRun
    {
        public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
            => reports.Length > 0 && stops.Contains((trialNumber, reports[^1].Step));

        public override void Report(int trialNumber, TrialReport report) => owner.Told.Add(FormattableString.Invariant($"{trialNumber}@{report.Step}={report.Value}"));

        public override void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
            => owner.Told.Add(FormattableString.Invariant($"{trialNumber} {state} {value}"));
    }
}
