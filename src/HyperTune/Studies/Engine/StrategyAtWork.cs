using System.Runtime.InteropServices;

namespace HyperTune.Studies.Engine;

/// <summary>
/// The study's strategy over one part of the search space: asked once for each number, and told of all trials, those outside of that part included. One caller
/// at a time, who has the turn to ask.
/// </summary>
/// <param name="space">Where it looks.</param>
/// <param name="run">The strategy.</param>
internal sealed class StrategyAtWork(SearchSpace space, StrategyRun run)
{
    private readonly double[] _suggestion = new double[space.DimensionCount];
    private bool _isExhausted;

    public SearchSpace Space => space;

    public string? Explanation => run.Explanation;

    public string? Decision => run.Decision;

    public bool IsStarting => run.IsStarting;

    /// <summary>The number of the last suggestion; -1 for none.</summary>
    public int SuggestedFor { get; private set; } = -1;

    /// <summary>The suggestion of the last successful call.</summary>
    public ReadOnlyMemory<double> Suggestion => _suggestion;

    /// <summary>From whose checkpoint the trial of the last suggestion goes on; <see langword="null"/> for none.</summary>
    public int? Parent { get; private set; }

    /// <summary>Suggests a vector for a number; the second time for the same number, it is the same vector.</summary>
    /// <returns><see langword="false"/> when the strategy has nothing left.</returns>
    public bool TrySuggest(int number, CancellationToken cancellationToken)
    {
        // A number is asked for once, also when the trial could not be started the first time.
        if (SuggestedFor == number)
        {
            return true;
        }

        if (_isExhausted || !run.TrySuggest(number, _suggestion, cancellationToken))
        {
            _isExhausted = true;
            return false;
        }

        SuggestedFor = number;
        Parent = run.Parent;
        return true;
    }

    /// <summary>A suggestion for a trial that somebody enqueued and that leaves parameters open.</summary>
    /// <returns><see langword="false"/> when the strategy has nothing left.</returns>
    public bool TryComplete(int number, Span<double> suggestion, CancellationToken cancellationToken) => run.TrySuggest(number, suggestion, cancellationToken);

    public void Announce(int number, ReadOnlySpan<double> vector) => run.Announce(number, vector);

    /// <summary>Tells what happened.</summary>
    public void Tell(List<FeedEntry> entries)
    {
        foreach (ref readonly FeedEntry entry in CollectionsMarshal.AsSpan(entries))
        {
            if (entry.IsNew)
            {
                run.Announce(entry.Result.Number, entry.Result.Vector.Span);
            }

            if (entry.IsEnd)
            {
                TrialResult result = space.IsNarrowed && !entry.Result.Gradient.IsEmpty ? Rescale(entry.Result) : entry.Result;
                run.Tell(in result);
            }
        }
    }

    // The derivatives are by the coordinates of the whole space, and a part has a scale of its own.
    private TrialResult Rescale(in TrialResult result)
    {
        double[] gradient = result.Gradient.ToArray();
        foreach (Parameter parameter in space.Parameters)
        {
            ref double derivative = ref gradient[parameter.Index];
            if (!double.IsNaN(derivative) && !ReferenceEquals(parameter.Distribution, parameter.Whole.Distribution))
            {
                derivative *= SlopeAt(parameter.Distribution, result.Vector.Span[parameter.Index]) / SlopeAt(parameter.Whole.Distribution, result.Vector.Span[parameter.Index]);
            }
        }

        return result with { Gradient = gradient };
    }

    private static double SlopeAt(Distribution distribution, double value) => distribution.UnitSlope(distribution.ToUnit(value));
}
