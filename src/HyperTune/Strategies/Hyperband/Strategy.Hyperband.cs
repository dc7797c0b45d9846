using HyperTune.Strategies.Hyperband;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>
    /// Hyperband by promotion: trials pause at early steps, and only the best go on from their checkpoints. With <see cref="Random"/> it is asynchronous
    /// Hyperband, with <see cref="Tpe()"/> BOHB, with <see cref="Bayesian()"/> its counterpart with a Gaussian process.
    /// </summary>
    /// <remarks>
    /// <para>Unlike <see cref="Pruner.Hyperband"/>, which decides once for each trial whether it stops, a paused trial can go on later, when more are known that
    /// it beats, and no trial runs on because it was the first to come so far. The price is that the objective saves its state: it begins with
    /// <c>trial.Checkpoint.OpenAsync()</c>, reports each step, saves <c>trial.Checkpoint</c> and returns <see cref="TrialOutcome.Pruned"/> where
    /// <see cref="Trial{T}.ShouldPrune"/> says so.</para>
    /// <para>Each stretch from a checkpoint to the next rung is a trial of its own, with the one before as its <see cref="TrialRecord{T}.Parent"/>
    /// (<see cref="StudyResult{T}.LineageOf"/>), and counts towards the budget. The study needs no pruner for that, and its strategy is this one as a whole:
    /// it cannot be a part of another one.</para>
    /// <para>A free worker lets the best trial go on that is among the best fraction of those of its bracket that reached its rung, the highest rung first; if there is none, it
    /// starts a new config. The search is told a value for each config: the one at the highest rung that enough configs have reached (two more than there
    /// are parameters), and those that have not come so far as stopped trials.</para>
    /// References: L. Li et al., "A system for massively parallel hyperparameter tuning", MLSys 2020; S. Falkner, A. Klein and F. Hutter, "BOHB: robust and
    /// efficient hyperparameter optimization at scale", ICML 2018.
    /// </remarks>
    /// <param name="search">The strategy of new configs.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentException">The largest resource is below the smallest, or there are more weights than brackets.</exception>
    public static Strategy Hyperband(Strategy search, HyperbandOptions options)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(options);
        return new HyperbandStrategy(search, options);
    }
}
