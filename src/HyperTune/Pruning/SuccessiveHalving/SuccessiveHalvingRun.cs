using System.Runtime.InteropServices;

namespace HyperTune.Pruning.SuccessiveHalving;

/// <summary>
/// Asynchronous successive halving in its stopping form. Rung k lies at step r * eta^(s + k), where r is the minimum resource, eta the reduction
/// factor and s the number of skipped rungs. A trial that reaches a rung competes with all that reached it before, at the value it has there.
/// </summary>
/// <remarks>
/// No rung lies at or beyond the end: who has made all reports is not judged any more. The end is the step that is given or that of the longest trial
/// that has completed, whichever comes first. As long as none has completed, a trial that did not pass a rung goes on while no other has gone
/// further, as this could be the end. Only the first rung is one that nobody places there.
/// </remarks>
/// <param name="context">The study.</param>
/// <param name="minimumResource">r; <see langword="null"/> for a hundredth of the first completed trial.</param>
/// <param name="reductionFactor">eta.</param>
/// <param name="skippedRungs">s.</param>
/// <param name="bootstrapTrials">How many trials do not pass a rung, whatever they are worth.</param>
/// <param name="lastStep">The step at which trials make their last report; <see langword="null"/> where trials show it.</param>
internal sealed class SuccessiveHalvingRun(
    PrunerContext context,
    int? minimumResource,
    int reductionFactor,
    int skippedRungs,
    int bootstrapTrials,
    long? lastStep = null)
    : PrunerRun
{
    private const int StepsPerAutomaticResource = 100;

    private readonly List<SortedValues> _rungs = [];
    private readonly Dictionary<int, Climber> _climbers = [];
    private int? _minimumResource = minimumResource;
    private int _longestCompleted = -1;
    private int _farthest;

    // No trial is judged from this step on.
    private long End => Math.Min(lastStep ?? long.MaxValue, _longestCompleted >= 0 ? _longestCompleted : long.MaxValue);

    public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
    {
        if (!_climbers.TryGetValue(trialNumber, out Climber climber) || !climber.IsOut)
        {
            return false;
        }

        int step = reports.IsEmpty ? climber.LastStep : reports[^1].Step;
        return step < End && (climber.LostBeforeEnd || step < _farthest);
    }

    /// <summary>How many rungs the running trial has reached.</summary>
    public int RungsReached(int trialNumber) => _climbers.GetValueOrDefault(trialNumber).Reached;

    public override void Report(int trialNumber, TrialReport report)
    {
        _farthest = Math.Max(_farthest, report.Step);
        ref Climber climber = ref CollectionsMarshal.GetValueRefOrAddDefault(_climbers, trialNumber, out bool isKnown);
        if (_minimumResource is null || climber.IsOut || (isKnown && report.Step < climber.LastStep))
        {
            return;
        }

        climber.LastStep = report.Step;
        while (!climber.IsOut && report.Step >= StepOfRung(climber.Reached) && report.Step < End)
        {
            double loss = context.ToLoss(report.Value);
            climber.LostBeforeEnd = IsFirstRung(climber.Reached) || StepOfRung(climber.Reached) < _farthest;
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
        if (state == TrialState.Completed && !reports.IsEmpty)
        {
            _longestCompleted = Math.Max(_longestCompleted, reports[^1].Step);
            _minimumResource ??= Math.Max(1, reports[^1].Step / StepsPerAutomaticResource);
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

    // The one that the user placed; the later brackets of Hyperband begin wherever the reduction factor leads.
    private bool IsFirstRung(int rung) => rung == 0 && (lastStep is null || skippedRungs == 0);

    // As a floating-point number, since high rungs lie beyond the integers.
    private double StepOfRung(int rung) => _minimumResource.GetValueOrDefault() * Math.Pow(reductionFactor, skippedRungs + rung);

    /// <summary>How far a running trial has come.</summary>
    private struct Climber
    {
        public int LastStep;

        public int Reached;

        public bool IsOut;

        /// <summary>
        /// Whether the rung it was last judged at is certainly not the end, because it is the first or one beyond which a trial had been.
        /// </summary>
        public bool LostBeforeEnd;
    }
}
