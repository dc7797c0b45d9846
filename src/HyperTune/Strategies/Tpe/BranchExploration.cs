using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>
/// Now and then tunes another branch of a conditional space than the best trial's, with a mixture of that branch's own best trials. The joint mixture
/// alone compares tuned branches with untuned ones and so stays on the branch that happens to start best.
/// </summary>
internal sealed class BranchExploration(UnitCube cube, TpeSettings settings, TpeHistory history, TpeModel model)
{
    private readonly ImmutableArray<CubeDimension> _branches = [.. cube.Categorical.Where(static dimension => dimension.DecidesOthers)];
    // Of very many trials, only the best so many are looked through for those of a branch, and the latest for whether it was tried at all.
    private const int MostRanked = 8192;
    private const int MostRecent = 512;

    private readonly GoodMixture _mixture = new(cube, settings);
    private readonly List<int> _slots = [];

    /// <summary>The mixture of the good trials of the branch that <see cref="Choose"/> chose.</summary>
    public GoodMixture Mixture => _mixture;

    /// <summary>Chooses the branch for a suggestion.</summary>
    /// <returns>The branch, or <see langword="null"/> for an ordinary suggestion.</returns>
    public TpeBranch? Choose(ref RandomStream random)
    {
        if (_branches.IsEmpty || history.Ranking.Count == 0 || random.NextUnit() >= settings.ExplorationProbability)
        {
            return null;
        }

        ReadOnlySpan<double> best = history.Point(history.Ranking[0]);
        CubeDimension dimension = _branches[(int)random.NextInteger(_branches.Length)];
        double category = random.NextInteger(dimension.Count!.Value - 1);
        if (double.IsNaN(best[dimension.Index]))
        {
            return null;
        }

        category += category >= best[dimension.Index] ? 1 : 0;
        if (!Collect(dimension, category))
        {
            return null;
        }

        _mixture.Build(history, CollectionsMarshal.AsSpan(_slots), model.Bandwidth);
        return new TpeBranch(dimension, category);
    }

    // Collects the branch's good trials; false when the branch has been tried enough to see that it is worse.
    private bool Collect(CubeDimension dimension, double category)
    {
        _slots.Clear();
        IReadOnlyList<int> ranking = history.Ranking;
        int firstPlace = ranking.Count;
        int last = Math.Min(ranking.Count, MostRanked);

        // So many have as many good ones as there may be.
        double enough = Math.Max(settings.ExplorationTrials, settings.MaximumGood / settings.ExplorationGoodShare);
        for (int place = 0; place < last && _slots.Count < enough; place++)
        {
            if (history.Point(ranking[place])[dimension.Index] == category)
            {
                firstPlace = Math.Min(firstPlace, place);
                _slots.Add(ranking[place]);
            }
        }

        if (_slots.Count == 0 && last < ranking.Count)
        {
            return CountRecent(dimension, category) < settings.ExplorationTrials;
        }

        bool isHopeless = _slots.Count >= settings.ExplorationTrials && firstPlace > settings.ExplorationRank * ranking.Count;
        int good = Math.Clamp((int)Math.Ceiling(settings.ExplorationGoodShare * _slots.Count), Math.Min(2, _slots.Count), settings.MaximumGood);
        _slots.RemoveRange(good, _slots.Count - good);
        return !isHopeless;
    }

    private int CountRecent(CubeDimension dimension, double category)
    {
        int count = 0;
        for (int slot = Math.Max(0, history.Count - MostRecent); slot < history.Count; slot++)
        {
            count += history.Point(slot)[dimension.Index] == category ? 1 : 0;
        }

        return count;
    }
}
