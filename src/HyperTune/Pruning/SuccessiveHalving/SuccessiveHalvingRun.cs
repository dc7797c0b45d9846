using System.Runtime.InteropServices;

namespace HyperTune.Pruning.SuccessiveHalving;

/// <summary>
/// Asynchronous successive halving in its stopping form. Rung k lies at step r * eta^(s + k), where r is the minimum resource, eta the reduction
/// factor and s the number of skipped rungs. A trial that reaches a rung competes with all that reached it before, at the value it has there.
/// </summary>
internal sealed class SuccessiveHalvingRun(
    PrunerContext context,
    int? minimumResource,
    int reductionFactor,
    int skippedRungs,
    int bootstrapTrials)
    : PrunerRun
{
    private const int StepsPerAutomaticResource = 100;

    private readonly List<SortedValues> _rungs = [];
    private readonly Dictionary<int, Climber> _climbers = [];
    private int? _minimumResource = minimumResource;

    public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
        => _climbers.TryGetValue(trialNumber, out Climber climber) && climber.IsOut;

    /// <summary>How many rungs the running trial has reached.</summary>
    public int RungsReached(int trialNumber) => _climbers.GetValueOrDefault(trialNumber).Reached;

    public override void Report(int trialNumber, TrialReport report)
    {
        ref Climber climber = ref CollectionsMarshal.GetValueRefOrAddDefault(_climbers, trialNumber, out bool isKnown);
        if (_minimumResource is null || climber.IsOut || (isKnown && report.Step < climber.LastStep))
        {
            return;
        }

        climber.LastStep = report.Step;
        while (!climber.IsOut && report.Step >= StepOfRung(climber.Reached))
        {
            double loss = context.ToLoss(report.Value);
            if (double.IsNaN(loss))
            {
                climber.IsOut = true;
                return;
            }

            climber.IsOut = !Passes(climber.Reached, loss);
            climber.Reached++;
        }
    }

    public override void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
    {
        _climbers.Remove(trialNumber);
        if (_minimumResource is null && state == TrialState.Completed && !reports.IsEmpty)
        {
            _minimumResource = Math.Max(1, reports[^1].Step / StepsPerAutomaticResource);
        }
    }

    private bool Passes(int rung, double loss)
    {
        if (rung == _rungs.Count)
        {
            _rungs.Add(new SortedValues());
        }

        SortedValues competitors = _rungs[rung];
        competitors.Add(loss);
        return competitors.Count > bootstrapTrials && loss <= competitors[Math.Max(1, competitors.Count / reductionFactor) - 1];
    }

    // As a floating-point number, since high rungs lie beyond the integers.
    private double StepOfRung(int rung) => _minimumResource.GetValueOrDefault() * Math.Pow(reductionFactor, skippedRungs + rung);

    /// <summary>How far a running trial has come.</summary>
    private struct Climber
    {
        public int LastStep;

        public int Reached;

        public bool IsOut;
    }
}
