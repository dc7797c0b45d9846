using HyperTune.Numerics;
using HyperTune.Studies;
using HyperTune.Studies.Scoring;

namespace HyperTune;

public sealed partial class Trial<T>
{
    /// <summary>
    /// Runs a config several times, with a seed for each, and returns the mean: for objectives that are random. The repeats are reported, raced, run side by side
    /// and taken up as folds are (<see cref="CrossValidateAsync"/>).
    /// </summary>
    /// <param name="count">How many repeats; at least 1.</param>
    /// <param name="score">Runs the config once, with <see cref="TrialRepeat.Seed"/>.</param>
    /// <param name="parallelism">How many repeats run side by side; at least 1. With more than one, each runs on a thread of the pool.</param>
    /// <param name="race">Whether the study's pruner may stop the trial between two repeats.</param>
    /// <param name="freshSeeds">
    /// Whether each trial has seeds of its own. Otherwise repeats of one number have the same seed in every trial, so that configs are compared under the same
    /// chance, which tells them apart sooner.
    /// </param>
    /// <param name="cancellationToken">Ends the trial; the run's own cancellation does in any case.</param>
    /// <returns>The mean over all repeats, or a failed outcome where a score was not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> or <paramref name="parallelism"/> is below 1.</exception>
    /// <exception cref="TrialPrunedException">The pruner stops the trial; a run takes it for <see cref="TrialOutcome.Pruned"/>.</exception>
    /// <exception cref="InstanceFailedException">A repeat threw.</exception>
    /// <exception cref="InvalidOperationException">The study scores its configs over folds, or over repeats with other seeds; or the trial has ended.</exception>
    public async Task<TrialOutcome> RepeatAsync(
        int count,
        Func<TrialRepeat, CancellationToken, Task<double>> score,
        int parallelism = 1,
        bool race = true,
        bool freshSeeds = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(score);
        return OutcomeOf(await ScoreRepeatsAsync(
            count, Study.Reported, async (repeat, token) => [await score(repeat, token).ConfigureAwait(false)], parallelism, race, freshSeeds, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Runs a config several times, with a seed for each, and returns the mean, as <see cref="RepeatAsync"/> does.</summary>
    /// <param name="count">How many repeats; at least 1.</param>
    /// <param name="score">Runs the config once, with <see cref="TrialRepeat.Seed"/>.</param>
    /// <param name="parallelism">
    /// How many repeats run side by side; at least 1. With 1 all run on the caller's thread, with more each on a thread of its own.
    /// </param>
    /// <param name="race">Whether the study's pruner may stop the trial between two repeats.</param>
    /// <param name="freshSeeds">Whether each trial has seeds of its own; otherwise repeats of one number have the same in every trial.</param>
    /// <returns>The mean over all repeats, or a failed outcome where a score was not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> or <paramref name="parallelism"/> is below 1.</exception>
    /// <exception cref="TrialPrunedException">The pruner stops the trial; a run takes it for <see cref="TrialOutcome.Pruned"/>.</exception>
    /// <exception cref="InstanceFailedException">A repeat threw.</exception>
    /// <exception cref="InvalidOperationException">The study scores its configs over folds, or over repeats with other seeds; or the trial has ended.</exception>
    public TrialOutcome Repeat(int count, Func<TrialRepeat, double> score, int parallelism = 1, bool race = true, bool freshSeeds = false)
    {
        ArgumentNullException.ThrowIfNull(score);
        return OutcomeOf(ScoreRepeats(count, Study.Reported, repeat => [score(repeat)], parallelism, race, freshSeeds));
    }

    internal async Task<(double[] Means, string? Fault)> ScoreRepeatsAsync(
        int count,
        Metric reported,
        Func<TrialRepeat, CancellationToken, Task<double[]>> score,
        int parallelism,
        bool race,
        bool freshSeeds,
        CancellationToken cancellationToken)
    {
        Guard.AtLeast(count, 1);
        var setting = new ScoringSetting("Repeat", count, parallelism, race);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(RunCancellation, cancellationToken);
        await Study.Engine.Scores.RepeatAsync(freshSeeds, either.Token).ConfigureAwait(false);
        return await new InstanceScoring<T>(this, Study.Metrics, reported, setting)
            .RunAsync((number, token) => score(RepeatOf(number, freshSeeds), token), either.Token).ConfigureAwait(false);
    }

    internal (double[] Means, string? Fault) ScoreRepeats(int count, Metric reported, Func<TrialRepeat, double[]> score, int parallelism, bool race, bool freshSeeds)
    {
        Guard.AtLeast(count, 1);
        var setting = new ScoringSetting("Repeat", count, parallelism, race);
        Blocking.Wait(Study.Engine.Scores.RepeatAsync(freshSeeds, RunCancellation));
        return Score(reported, setting, number => score(RepeatOf(number, freshSeeds)));
    }

    private TrialRepeat RepeatOf(int number, bool areFresh) => RepeatSeeds.Of(Study.Engine.Seed, areFresh ? Number : null, number);
}
