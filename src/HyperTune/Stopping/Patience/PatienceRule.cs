using HyperTune.Numerics;
using HyperTune.Pruning;
using HyperTune.Text;

namespace HyperTune.Stopping.Patience;

/// <summary>No trial has been better by more than a delta for a number of trials.</summary>
internal sealed class PatienceRule : StoppingRule
{
    private const int FewestTrials = 30;
    private const int TrialsPerParameter = 5;
    private const double ShareOfQuartileDistance = 1e-3;

    private readonly int? _trials;
    private readonly double? _minimumDelta;

    public PatienceRule(int? trials, double? minimumDelta)
    {
        if (trials is { } count)
        {
            Guard.AtLeast(count, 1, nameof(trials));
        }

        if (minimumDelta is { } delta)
        {
            Guard.FiniteAndAtLeast(delta, 0, nameof(minimumDelta));
        }

        _trials = trials;
        _minimumDelta = minimumDelta;
    }

    internal override StopReason Reason => StopReason.NoImprovement;

    public override string ToString()
    {
        string[] settings =
        [
            .. _trials is { } trials ? (string[])[$"{NumberFormat.Invariant(trials)} trial{(trials == 1 ? "" : "s")}"] : [],
            .. _minimumDelta is { } delta ? (string[])[$"minimum delta {NumberFormat.Invariant(delta)}"] : [],
        ];
        return settings.Length == 0 ? "Patience" : $"Patience({string.Join(", ", settings)})";
    }

    internal override StoppingRun Start(StoppingContext context)
        => new Run(context, _trials ?? Math.Max(FewestTrials, TrialsPerParameter * context.Space.DimensionCount), _minimumDelta);

    private sealed class Run(StoppingContext context, int patience, double? minimumDelta) : StoppingRun
    {
        private readonly SortedValues _losses = new();

        // What an improvement is measured from: the last loss that was one.
        private double _reference = double.PositiveInfinity;
        private int _referenceNumber = -1;
        private int _since;

        public override bool IsMet => _referenceNumber >= 0 && _since >= patience;

        public override string Explanation => _referenceNumber < 0
            ? "No trial has completed."
            : $"Trial {NumberFormat.Invariant(_referenceNumber)} with {NumberFormat.Invariant(context.ToValue(_reference))} was the last improvement; "
                + $"{NumberFormat.Invariant(_since)} trial{(_since == 1 ? "" : "s")} brought none since, of {NumberFormat.Invariant(patience)}.";

        public override void Tell(in StoppingTrial trial)
        {
            if (trial.Result.State is not (TrialState.Completed or TrialState.Pruned))
            {
                return;
            }

            double loss = trial.Loss;
            if (!double.IsNaN(loss))
            {
                _losses.Add(loss);
            }

            if (loss < _reference && (_referenceNumber < 0 || _reference - loss > Delta()))
            {
                (_reference, _referenceNumber, _since) = (loss, trial.Result.Number, 0);
            }
            else if (!trial.IsImported)
            {
                _since++;
            }
        }

        private double Delta() => minimumDelta ?? (ShareOfQuartileDistance * (_losses.Quantile(0.75) - _losses.Quantile(0.25)));
    }
}
