using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune.Pruning.Wilcoxon;

/// <summary>Stops trials that are worse than the best one step by step, beyond what chance would explain.</summary>
internal sealed class WilcoxonPruner : Pruner
{
    private const int SmallestSample = 2;

    private readonly double _significance;
    private readonly int _startupSteps;

    public WilcoxonPruner(double significance, int startupSteps)
    {
        if (significance is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(significance), significance, "The significance must be from 0 to 1.");
        }

        Guard.AtLeast(startupSteps, 0);
        _significance = significance;
        _startupSteps = startupSteps;
    }

    public override string ToString() => $"Wilcoxon(significance {NumberFormat.Invariant(_significance)}, startup {_startupSteps})";

    public override PrunerRun Start(PrunerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Run(this, context);
    }

    private sealed class Run(WilcoxonPruner settings, PrunerContext context) : PrunerRun
    {
        private double _bestLoss = double.PositiveInfinity;
        private TrialReport[] _best = [];

        public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
        {
            if (!AreFinite(reports) || !AreFinite(_best))
            {
                return false;
            }

            double[] differences = Differences(reports);
            return differences.Length >= Math.Max(SmallestSample, settings._startupSteps)
                && MeanLoss(reports) > MeanLoss(_best)
                && SignedRankTest.ProbabilityOfLargerSum(differences) < settings._significance;
        }

        public override void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
        {
            if (state == TrialState.Completed && context.ToLoss(value) < _bestLoss)
            {
                _bestLoss = context.ToLoss(value);
                _best = reports.ToArray();
            }
        }

        private static bool AreFinite(ReadOnlySpan<TrialReport> reports)
        {
            foreach (TrialReport report in reports)
            {
                if (!double.IsFinite(report.Value))
                {
                    return false;
                }
            }

            return true;
        }

        private double MeanLoss(ReadOnlySpan<TrialReport> reports)
        {
            double sum = 0;
            double largest = 0;
            foreach (TrialReport report in reports)
            {
                sum += context.ToLoss(report.Value);
                largest = Math.Max(largest, Math.Abs(report.Value));
            }

            if (double.IsFinite(sum))
            {
                return sum / reports.Length;
            }

            // The sum of the largest numbers overflows; their mean does not.
            double share = 0;
            foreach (TrialReport report in reports)
            {
                share += context.ToLoss(report.Value) / largest / reports.Length;
            }

            return Math.Clamp(share, -1, 1) * largest;
        }

        /// <summary>By how much the trial is worse than the best one, at each step that both have.</summary>
        private double[] Differences(ReadOnlySpan<TrialReport> reports)
        {
            var differences = new List<double>(reports.Length);
            int i = 0;
            foreach (TrialReport report in reports)
            {
                while (i < _best.Length && _best[i].Step < report.Step)
                {
                    i++;
                }

                if (i < _best.Length && _best[i].Step == report.Step)
                {
                    double difference = context.ToLoss(report.Value) - context.ToLoss(_best[i].Value);
                    differences.Add(Math.Clamp(difference, double.MinValue, double.MaxValue));
                }
            }

            return [.. differences];
        }
    }
}
