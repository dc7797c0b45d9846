namespace HyperTune.Pruning.Race;

/// <summary>Holds running trials against the best completed one.</summary>
internal sealed class RaceRun(RacePruner settings, PrunerContext context) : PrunerRun
{
    // Beyond it squares overflow: such values are scaled down.
    private const double LargestValue = 1e150;

    // A variance from fewer pairs says too little to be typical of anything.
    private const int FewestPairs = 3;

    private readonly TypicalVariance _typical = new();
    private double _bestLoss = double.PositiveInfinity;
    private TrialReport[] _best = [];

    public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
    {
        double[] differences = Differences(reports, out double scale);
        if (differences.Length < settings.StartupFolds || !Array.TrueForAll(differences, double.IsFinite))
        {
            return false;
        }

        // Equal parts of the significance: by Boole's inequality the looks together have no more than all of it. The probability of a recovery needs no
        // such care: that it was small at one of the looks makes it no larger.
        int looks = Math.Max(1, _best.Length - settings.StartupFolds);
        (double chance, double recovery) = PairedTest.Run(differences, _best.Length, _typical.Value / scale / scale);
        return chance < settings.Significance / looks || recovery < settings.Futility;
    }

    public override void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
    {
        if (state != TrialState.Completed)
        {
            return;
        }

        double[] differences = Differences(reports, out double scale);
        if (differences.Length >= FewestPairs)
        {
            _typical.Add(PairedTest.Variance(differences) * scale * scale, differences.Length - 1);
        }

        if (context.ToLoss(value) < _bestLoss)
        {
            _bestLoss = context.ToLoss(value);
            _best = reports.ToArray();
        }
    }

    /// <summary>By how much a trial is worse than the best one on each fold that both have, as shares of a scale that is nearly always 1.</summary>
    private double[] Differences(ReadOnlySpan<TrialReport> reports, out double scale)
    {
        var pairs = new List<(double Trial, double Best)>(Math.Min(reports.Length, _best.Length));
        double largest = 0;
        int i = 0;
        foreach (TrialReport report in reports)
        {
            while (i < _best.Length && _best[i].Step < report.Step)
            {
                i++;
            }

            if (i < _best.Length && _best[i].Step == report.Step)
            {
                pairs.Add((context.ToLoss(report.Value), context.ToLoss(_best[i].Value)));
                largest = Math.Max(largest, Math.Max(Math.Abs(report.Value), Math.Abs(_best[i].Value)));
            }
        }

        double divisor = largest > LargestValue ? largest : 1;
        scale = divisor;
        return [.. pairs.Select(pair => (pair.Trial / divisor) - (pair.Best / divisor))];
    }
}
