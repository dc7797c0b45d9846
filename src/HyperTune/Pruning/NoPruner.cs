namespace HyperTune;

/// <summary>Never stops a trial.</summary>
internal sealed class NoPruner : Pruner
{
    public override string ToString() => "None";

    public override PrunerRun Start(PrunerContext context) => new Run();

    private sealed class Run : PrunerRun
    {
        public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports) => false;
    }
}
