using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Surrogates;

/// <summary>By how much configs exceed each of a study's limits: a Gaussian process a limit.</summary>
/// <param name="cube">The space.</param>
/// <param name="capacity">The most trials to model.</param>
/// <param name="scale">The outputs' scale; one that keeps track of where zero is.</param>
internal sealed class LimitModels(UnitCube cube, int capacity, OutputScale scale)
{
    private Surrogate[] _surrogates = [];

    /// <summary>Takes note that the trials from number <paramref name="row"/> on have changed.</summary>
    public void Invalidate(int row)
    {
        foreach (Surrogate surrogate in _surrogates)
        {
            surrogate.Invalidate(row);
        }
    }

    /// <summary>The models of all limits, up to date, each with the place of the limit on its scale.</summary>
    /// <param name="trials">The trials that know by how much they exceed each limit, in order; at least one.</param>
    /// <param name="cancellationToken">Ends a fit.</param>
    public (Surrogate Model, double Limit)[] Update(ReadOnlySpan<Observation> trials, CancellationToken cancellationToken)
    {
        int limits = trials[0].Excess.Length;
        if (_surrogates.Length != limits)
        {
            _surrogates = [.. Enumerable.Range(0, limits).Select(_ => new Surrogate(cube, scale, capacity))];
        }

        var models = new (Surrogate Model, double Limit)[limits];
        for (int limit = 0; limit < limits; limit++)
        {
            int index = limit;
            double worst = Worst(trials, index);
            _surrogates[limit].Update(trials, trial => Finite(trial.Excess.Span[index], worst), version: 0, cancellationToken);
            (double mean, double deviation) = _surrogates[limit].Standardization;
            models[limit] = (_surrogates[limit], -mean / deviation);
        }

        return models;
    }

    // A value that is no number counts as outside, as far as any.
    private static double Finite(double excess, double worst) => double.IsFinite(excess) ? excess : excess == double.NegativeInfinity ? -worst : worst;

    private static double Worst(ReadOnlySpan<Observation> trials, int limit)
    {
        double worst = 0;
        foreach (Observation trial in trials)
        {
            double excess = Math.Abs(trial.Excess.Span[limit]);
            worst = double.IsFinite(excess) ? Math.Max(worst, excess) : worst;
        }

        return worst > 0 ? worst : 1;
    }
}
