using HyperTune.Numerics.Pareto;

namespace HyperTune.Strategies.Tpe;

/// <summary>
/// The tree-structured Parzen estimator with several objectives: completed trials within the limits are ranked front by front, and within a front by what each
/// adds to the dominated volume; all else is as with one objective, whose value is the place in that order.
/// </summary>
/// <remarks>
/// Reference: Y. Ozaki et al., "Multiobjective tree-structured Parzen estimator", JAIR 73, 2022, with the good trials chosen the same way and weighted by rank.
/// </remarks>
internal sealed class TpeFrontRun(StrategyContext context, TpeSettings settings) : StrategyRun
{
    private readonly TpeRun _run = new(context, settings);
    private readonly SortedDictionary<int, TrialResult> _ranked = [];
    private bool _isStale;

    public override string Explanation => $"{_run.Explanation} With {context.ObjectiveCount} objectives, the best are those of the first fronts.";

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        if (_isStale)
        {
            Rank();
            _isStale = false;
        }

        return _run.TrySuggest(trialNumber, vector, cancellationToken);
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => _run.Announce(trialNumber, vector);

    public override void Tell(in TrialResult result)
    {
        if (result.State == TrialState.Completed && result.Violation <= 0 && !result.Values.IsEmpty)
        {
            _ranked[result.Number] = result;
            _isStale = true;
        }
        else
        {
            _run.Tell(in result);
        }
    }

    // Telling again replaces what was told before.
    private void Rank()
    {
        TrialResult[] trials = [.. _ranked.Values];
        int[] order = FrontOrder.Of([.. trials.Select(static trial => trial.Values.ToArray())]);
        for (int place = 0; place < order.Length; place++)
        {
            _run.Tell(trials[order[place]] with { Values = new double[] { place } });
        }
    }
}
