using System.Globalization;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Reevaluate;

/// <summary>The best configs again.</summary>
/// <remarks>
/// The finalists follow from the trials below a number and from what was suggested from that number on, so that a study which is continued goes on with those it
/// began with.
/// </remarks>
/// <param name="space">The space searched.</param>
/// <param name="limit">The number of the first trial of its own.</param>
/// <param name="top">How many configs are tried again.</param>
/// <param name="times">How often each of them is.</param>
internal sealed class ReevaluateRun(SearchSpace space, int limit, int top, int times) : StrategyRun
{
    private readonly KnownTrials _known = new();
    private readonly SortedDictionary<int, double[]> _again = [];

    public override string Decision => string.Create(CultureInfo.InvariantCulture, $"Reevaluate: the best {top} configs of the trials up to {limit} are tried again.");

    public override string Explanation => Decision;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (trialNumber < limit || Finalists().MinBy(static finalist => finalist.Count) is not { } next || next.Count >= times)
        {
            return false;
        }

        next.Vector.CopyTo(vector);
        return true;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        if (trialNumber >= limit)
        {
            _again[trialNumber] = vector.ToArray();
        }
    }

    public override void Tell(in TrialResult result)
    {
        if (result.Number < limit)
        {
            _known.Add(in result);
        }
        else
        {
            _again.TryAdd(result.Number, result.Vector.ToArray());
        }
    }

    // Those that were tried again, in the order of their first time, and then the best of the others.
    private List<Finalist> Finalists()
    {
        var finalists = new List<Finalist>(top);
        double[][] ranked = [.. _known.RankedBefore(limit).Select(static result => result.Vector.ToArray()).Where(candidate => space.Contains(candidate))];
        foreach (double[] vector in _again.Values)
        {
            // One that was enqueued meanwhile is no finalist, unless it happens to be among them.
            if (Array.Exists(ranked, candidate => VectorComparer.Instance.Equals(candidate, vector)))
            {
                Add(vector, 1);
            }
        }

        for (int i = 0; i < ranked.Length && finalists.Count < top; i++)
        {
            Add(ranked[i], 0);
        }

        return finalists;

        void Add(double[] vector, int count)
        {
            if (finalists.Find(finalist => VectorComparer.Instance.Equals(finalist.Vector, vector)) is { } known)
            {
                known.Count += count;
            }
            else if (finalists.Count < top)
            {
                finalists.Add(new Finalist(vector) { Count = count });
            }
        }
    }

    private sealed class Finalist(double[] vector)
    {
        public double[] Vector => vector;

        public int Count { get; set; }
    }
}
