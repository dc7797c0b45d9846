using HyperTune.Metrics;

namespace HyperTune;

public sealed partial class Trial<T, TMetrics>
{
    /// <summary>
    /// Scores the config on every fold and returns the means of its metrics, as <see cref="Trial{T}.CrossValidateAsync"/> does. What an outcome records beside
    /// its metrics is left out, and the mean of a metric of a whole-number type is rounded as that type is read.
    /// </summary>
    /// <inheritdoc cref="Trial{T}.CrossValidateAsync"/>
    public async Task<TrialOutcome<TMetrics>> CrossValidateAsync(
        FoldPlan folds,
        Func<Fold, CancellationToken, Task<TMetrics>> score,
        int parallelism = 1,
        bool race = true,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(score);
        return OutcomeOf(await Inner.ScoreFoldsAsync(
            folds, Reported, async (fold, token) => MetricsVector.Of(await score(fold, token).ConfigureAwait(false)), parallelism, race, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Scores the config on every fold and returns the means of its metrics, as <see cref="CrossValidateAsync"/> does.</summary>
    /// <inheritdoc cref="Trial{T}.CrossValidate"/>
    public TrialOutcome<TMetrics> CrossValidate(FoldPlan folds, Func<Fold, TMetrics> score, int parallelism = 1, bool race = true)
    {
        ArgumentNullException.ThrowIfNull(score);
        return OutcomeOf(Inner.ScoreFolds(folds, Reported, fold => MetricsVector.Of(score(fold)), parallelism, race));
    }

    /// <summary>Runs a config several times, with a seed for each, and returns the means of its metrics, as <see cref="Trial{T}.RepeatAsync"/> does.</summary>
    /// <inheritdoc cref="Trial{T}.RepeatAsync"/>
    public async Task<TrialOutcome<TMetrics>> RepeatAsync(
        int count,
        Func<TrialRepeat, CancellationToken, Task<TMetrics>> score,
        int parallelism = 1,
        bool race = true,
        bool freshSeeds = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(score);
        return OutcomeOf(await Inner.ScoreRepeatsAsync(
            count,
            Reported,
            async (repeat, token) => MetricsVector.Of(await score(repeat, token).ConfigureAwait(false)),
            parallelism,
            race,
            freshSeeds,
            cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Runs a config several times, with a seed for each, and returns the means of its metrics, as <see cref="RepeatAsync"/> does.</summary>
    /// <inheritdoc cref="Trial{T}.Repeat"/>
    public TrialOutcome<TMetrics> Repeat(int count, Func<TrialRepeat, TMetrics> score, int parallelism = 1, bool race = true, bool freshSeeds = false)
    {
        ArgumentNullException.ThrowIfNull(score);
        return OutcomeOf(Inner.ScoreRepeats(count, Reported, repeat => MetricsVector.Of(score(repeat)), parallelism, race, freshSeeds));
    }

    private static TrialOutcome<TMetrics> OutcomeOf((double[] Means, string? Fault) scored)
        => scored.Fault is { } fault ? TrialOutcome.Failed(fault) : MetricsVector.ToMetrics<TMetrics>(scored.Means, recorded: null);
}
