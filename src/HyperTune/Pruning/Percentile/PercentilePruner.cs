using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune.Pruning.Percentile;

/// <summary>Stops trials whose best report so far is worse than a percentile of what completed trials reported at the same step.</summary>
internal sealed class PercentilePruner : Pruner
{
    private readonly double _percentile;
    private readonly int _startupTrials;
    private readonly int _minimumTrials;
    private readonly PruningSchedule _schedule;

    public PercentilePruner(double percentile, int startupTrials, int warmupSteps, int interval, int minimumTrials)
    {
        if (percentile is not (>= 0 and <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "The percentile must be from 0 to 100.");
        }

        Guard.AtLeast(startupTrials, 0);
        Guard.AtLeast(minimumTrials, 1);
        _percentile = percentile;
        _startupTrials = startupTrials;
        _minimumTrials = minimumTrials;
        _schedule = new PruningSchedule(warmupSteps, interval);
    }

    public override string ToString()
        => $"Percentile({NumberFormat.Invariant(_percentile)}, startup {_startupTrials}, "
            + $"warm-up {_schedule.WarmupSteps}, interval {_schedule.Interval}, minimum {_minimumTrials})";

    public override PrunerRun Start(PrunerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Run(this, context);
    }

    private sealed class Run(PercentilePruner settings, PrunerContext context) : PrunerRun
    {
        private readonly Dictionary<int, Step> _steps = [];
        private int _completedTrials;

        public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
        {
            if (_completedTrials < Math.Max(1, settings._startupTrials) || !settings._schedule.IsDue(reports))
            {
                return false;
            }

            double limit = _steps.TryGetValue(reports[^1].Step, out Step? step) && step.Trials >= settings._minimumTrials && step.Losses.Count > 0
                ? step.Losses.Quantile(settings._percentile / 100)
                : double.PositiveInfinity;

            // The best report is worse when all are. From the last one on, since that mostly decides.
            for (int i = reports.Length - 1; i >= 0; i--)
            {
                double loss = context.ToLoss(reports[i].Value);
                if (!double.IsNaN(loss) && !(loss > limit))
                {
                    return false;
                }
            }

            return true;
        }

        public override void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
        {
            if (state != TrialState.Completed)
            {
                return;
            }

            _completedTrials++;
            foreach (TrialReport report in reports)
            {
                if (!_steps.TryGetValue(report.Step, out Step? step))
                {
                    _steps.Add(report.Step, step = new Step());
                }

                step.Trials++;
                if (!double.IsNaN(report.Value))
                {
                    step.Losses.Add(context.ToLoss(report.Value));
                }
            }
        }
    }

    /// <summary>What completed trials reported at one step.</summary>
    private sealed class Step
    {
        public int Trials { get; set; }

        public SortedValues Losses { get; } = new();
    }
}
