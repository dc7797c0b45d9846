using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune.Pruning.Patient;

/// <summary>Gives each trial a number of steps to get better before another pruner may judge it, or before it is stopped.</summary>
internal sealed class PatientPruner : Pruner
{
    private readonly Pruner? _inner;
    private readonly int _patience;
    private readonly double _minimumDelta;

    public PatientPruner(Pruner? inner, int patience, double minimumDelta)
    {
        Guard.AtLeast(patience, 0);
        Guard.FiniteAndAtLeast(minimumDelta, 0);
        _inner = inner;
        _patience = patience;
        _minimumDelta = minimumDelta;
    }

    public override string ToString()
        => $"Patient({(_inner is null ? "" : $"{_inner}, ")}patience {_patience}, minimum delta {NumberFormat.Invariant(_minimumDelta)})";

    public override PrunerRun Start(PrunerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Run(this, context, _inner?.Start(context));
    }

    private sealed class Run(PatientPruner settings, PrunerContext context, PrunerRun? inner) : PrunerRun
    {
        public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
        {
            int recent = settings._patience + 1;
            return reports.Length > recent
                && Best(reports[..^recent]) + settings._minimumDelta < Best(reports[^recent..])
                && (inner is null || inner.ShouldPrune(trialNumber, reports));
        }

        public override string? Explanation => inner?.Explanation;

        public override double? PredictFinal(int trialNumber, ReadOnlySpan<TrialReport> reports) => inner?.PredictFinal(trialNumber, reports);

        public override void Report(int trialNumber, TrialReport report) => inner?.Report(trialNumber, report);

        public override void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
            => inner?.Tell(trialNumber, state, value, reports);

        /// <summary>The smallest loss that is a number; not a number when none is, which makes every comparison false.</summary>
        private double Best(ReadOnlySpan<TrialReport> reports)
        {
            double best = double.NaN;
            foreach (TrialReport report in reports)
            {
                best = double.MinNumber(best, context.ToLoss(report.Value));
            }

            return best;
        }
    }
}
