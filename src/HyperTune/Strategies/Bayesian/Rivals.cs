using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Bayesian.Acquisition;

namespace HyperTune.Strategies.Bayesian;

/// <summary>The trials that a suggestion is to be better than, and in what.</summary>
/// <remarks>
/// As long as no trial satisfies the outcome constraints, coming closer to them is the objective, and every trial counts; then only those that satisfy them do.
/// </remarks>
/// <param name="cube">The space.</param>
/// <param name="history">All trials.</param>
internal sealed class Rivals(UnitCube cube, TrialHistory history)
{
    /// <summary>Whether the objective is to satisfy the outcome constraints.</summary>
    public bool SeeksFeasible { get; } = !history.HasFeasibleValue;

    /// <summary>Whether only trials outside of a narrowed space are known, whose values may be out of reach inside.</summary>
    public bool AreOutside => history.KnowsOutsideOnly;

    /// <summary>What is to be small.</summary>
    public Func<Observation, double> Value { get; } = history.HasFeasibleValue ? static trial => trial.Value : static trial => trial.Violation;

    /// <summary>Whether a suggestion is to be better than a trial.</summary>
    public bool Contain(in Observation trial) => (SeeksFeasible || trial.IsFeasible) && history.IsRival(in trial);

    /// <summary>Whether a suggestion within a region is to be better than a trial.</summary>
    public bool Contain(in Observation trial, SearchRegion? region) => Contain(in trial) && region?.HasFixed(cube, trial) != false;

    /// <summary>Their values, in the order of the trials.</summary>
    public double[] Values()
    {
        var values = new List<double>(history.Valued.Length);
        foreach (Observation trial in history.Valued)
        {
            if (Contain(in trial))
            {
                values.Add(Value(trial));
            }
        }

        return [.. values];
    }

    /// <summary>The best of them, or of those in a region.</summary>
    public Observation[] Best(int count, SearchRegion? region = null)
    {
        var candidates = new List<Observation>(history.Valued.Length);
        foreach (Observation trial in history.Valued)
        {
            if (Contain(in trial, region))
            {
                candidates.Add(trial);
            }
        }

        return [.. candidates.OrderBy(Value).Take(count)];
    }
}
