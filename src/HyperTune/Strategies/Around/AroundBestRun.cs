using System.Globalization;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Around;

/// <summary>A strategy at work near each of the best trials that came before its own.</summary>
/// <remarks>
/// The regions follow from the results below the first of its own numbers, so that nothing depends on the order of calls. While one of those trials still runs, a
/// region may move when it ends; the strategies of the regions then start anew and are told everything again.
/// </remarks>
internal sealed class AroundBestRun(StrategyContext context, double radius, int regions, AroundOptions options) : StrategyRun
{
    private readonly KnownTrials _known = new();

    // Until nothing can move the regions any more.
    private TrialReplay? _replay = new();
    private int _knownCount;
    private int _rankedBelow = -1;
    private bool _isStale = true;
    private double[][] _centers = [];
    private StrategyRun[] _runs = [];
    private StrategyRun? _last;

    public override string Decision => string.Create(
        CultureInfo.InvariantCulture,
        $"Around the best: {string.Join(" and ", _centers.Select(center => $"({context.Space.Format(center)})"))}, {radius} of each range.");

    public override string Explanation => _last?.Explanation is { } explanation ? $"{Decision} {explanation}" : Decision;

    public override int? Parent => _last?.Parent;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Review(Math.Min(trialNumber, context.FirstTrial));
        int turn = Math.Max(0, trialNumber - context.FirstTrial);
        for (int i = 0; i < _runs.Length; i++)
        {
            _last = _runs[(turn + i) % _runs.Length];
            if (_last.TrySuggest(trialNumber, vector, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        _replay?.Announce(trialNumber, vector);
        foreach (StrategyRun run in _runs)
        {
            run.Announce(trialNumber, vector);
        }
    }

    public override void Tell(in TrialResult result)
    {
        _replay?.Tell(in result);
        if (result.Number < context.FirstTrial)
        {
            _known.Add(in result);
            _knownCount++;
            _isStale = true;
        }

        foreach (StrategyRun run in _runs)
        {
            run.Tell(in result);
        }
    }

    private void Review(int limit)
    {
        if (_replay is null || (!_isStale && limit == _rankedBelow))
        {
            return;
        }

        double[][] centers = FindCenters(limit);
        if (_runs.Length == 0 || !AreSame(centers, _centers))
        {
            _centers = centers;
            _runs = [.. centers.Select(Begin)];
            Array.ForEach(_runs, _replay.Replay);
        }

        (_isStale, _rankedBelow) = (false, limit);
        if (limit == context.FirstTrial && _knownCount >= limit)
        {
            _replay = null;
        }
    }

    // The best one, then the best of those that are near none of the former.
    private double[][] FindCenters(int limit)
    {
        var centers = new List<double[]>();
        var near = new List<SearchSpace>();
        foreach (TrialResult result in _known.RankedBefore(limit))
        {
            double[] vector = result.Vector.ToArray();
            if (context.Space.Contains(vector) && !near.Exists(region => region.Contains(vector)))
            {
                centers.Add(vector);
                near.Add(Near(vector));
                if (centers.Count == regions)
                {
                    break;
                }
            }
        }

        return centers.Count > 0 ? [.. centers] : [DefaultPoint.Of(context.Space)];
    }

    private static bool AreSame(double[][] one, double[][] other)
        => one.Length == other.Length && one.Zip(other).All(static pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private SearchSpace Near(double[] center) => Neighbourhood.Of(context.Space, center, radius, options.FreeCategories);

    private PartRun Begin(double[] center, int region)
    {
        SearchSpace near = Near(center);
        ulong seed = RandomStream.Derive(context.Seed, (ulong)region);
        StrategyRun run = options.Strategy.Start(context.For(seed, context.FirstTrial, context.TrialBudget, near));
        return new PartRun(run, options.Strategy.LearnsAcrossParts ? PartRun.MostShared : 0, near.Contains);
    }
}
