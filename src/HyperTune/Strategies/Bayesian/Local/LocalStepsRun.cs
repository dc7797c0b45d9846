using System.Globalization;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Bayesian.Local;

/// <summary>Nothing but steps in a trust region at work.</summary>
internal sealed class LocalStepsRun : StrategyRun
{
    private readonly UnitCube _cube;
    private readonly RecentTrials _trials;
    private readonly LocalPhase _phase;
    private readonly SortedDictionary<int, double[]> _running = [];
    private string? _explanation;

    /// <param name="context">What the study tells in advance.</param>
    public LocalStepsRun(StrategyContext context)
    {
        _cube = new UnitCube(context.Space, keepsFixed: context.HasOutsideTrials);
        _trials = new RecentTrials(_cube);
        _phase = new LocalPhase(_cube);
    }

    public override string? Explanation => _explanation;

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => _running[trialNumber] = vector.ToArray();

    public override void Tell(in TrialResult result)
    {
        // A trial of an earlier study can have the number of one that runs.
        if (_running.TryGetValue(result.Number, out double[]? running) && result.Vector.Span.SequenceEqual(running))
        {
            _running.Remove(result.Number);
        }

        _phase.Invalidate(_trials.Tell(in result));
    }

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        vector = vector[.._cube.Space.DimensionCount];

        // The model knows nothing of limits.
        if (_trials.HasLimits || _phase.Choose(_trials.All, isEnding: false, cancellationToken) is not { } step)
        {
            return false;
        }

        _cube.Decode(step.Point, vector);
        _explanation = string.Create(CultureInfo.InvariantCulture, $"LocalSteps: a step within {step.Radius:P2} of each range around the best trial.");
        return _cube.Space.FindViolatedConstraint(vector) is null && !IsKnown(vector);
    }

    // Trials that are not kept any more are too far away to be a step's place.
    private bool IsKnown(ReadOnlySpan<double> vector)
    {
        foreach (double[] running in _running.Values)
        {
            if (vector.SequenceEqual(running))
            {
                return true;
            }
        }

        return _trials.Contains(vector);
    }
}
