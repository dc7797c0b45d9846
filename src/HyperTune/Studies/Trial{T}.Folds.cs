using System.Collections.Immutable;
using HyperTune.Studies;
using HyperTune.Studies.Scoring;

namespace HyperTune;

public sealed partial class Trial<T>
{
    /// <summary>
    /// Scores the config on every fold and returns the mean: <c>return await trial.CrossValidateAsync(folds, (fold, token) => ...)</c>. Each score is
    /// reported (<see cref="ReportInstanceAsync"/>), so that the study keeps it, a pruner such as <see cref="Pruner.Race"/> can stop the trial between
    /// two folds, and a
    /// trial that was interrupted is taken up at the fold where it was.
    /// </summary>
    /// <remarks>
    /// <para>
    /// All trials of a study see the same folds: the plan is split once, with the study's seed, and noted with the study
    /// (<see cref="Study{T}.Notes"/>). Each trial takes them in a random order of its own, which depends on the seed and the trial's number alone.
    /// </para>
    /// <para>
    /// A fold that fails never makes the mean one of fewer folds: what it throws ends the trial with the fold's name
    /// (<see cref="InstanceFailedException"/>) and cancels the other folds, and a score that is not finite makes a failed trial.
    /// </para>
    /// A trial uses either this or <see cref="RepeatAsync"/>, and reports nothing else: reports share their numbers.
    /// </remarks>
    /// <param name="folds">How the samples are split, for instance <c>Folds.KFold(count, 5)</c>.</param>
    /// <param name="score">Trains on one fold's training samples and scores with its others.</param>
    /// <param name="parallelism">How many folds run side by side; at least 1. With more than one, each runs on a thread of the pool.</param>
    /// <param name="race">Whether the study's pruner may stop the trial between two folds.</param>
    /// <param name="cancellationToken">Ends the trial; the run's own cancellation does in any case.</param>
    /// <returns>The mean over all folds, or a failed outcome where a score was not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallelism"/> is below 1.</exception>
    /// <exception cref="TrialPrunedException">The pruner stops the trial; a run takes it for <see cref="TrialOutcome.Pruned"/>.</exception>
    /// <exception cref="InstanceFailedException">A fold threw.</exception>
    /// <exception cref="InvalidOperationException">The study scores its configs over other folds, or the trial has ended.</exception>
    public async Task<TrialOutcome> CrossValidateAsync(
        FoldPlan folds,
        Func<Fold, CancellationToken, Task<double>> score,
        int parallelism = 1,
        bool race = true,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(score);
        return OutcomeOf(await ScoreFoldsAsync(
            folds, Study.Reported, async (fold, token) => [await score(fold, token).ConfigureAwait(false)], parallelism, race, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Scores the config on every fold and returns the mean, as <see cref="CrossValidateAsync"/> does: <c>return trial.CrossValidate(folds, fold => ...)</c>.
    /// </summary>
    /// <param name="folds">How the samples are split, for instance <c>Folds.KFold(count, 5)</c>.</param>
    /// <param name="score">Trains on one fold's training samples and scores with its others.</param>
    /// <param name="parallelism">
    /// How many folds run side by side; at least 1. With 1 all run on the caller's thread, with more each on a thread of its own.
    /// </param>
    /// <param name="race">Whether the study's pruner may stop the trial between two folds.</param>
    /// <returns>The mean over all folds, or a failed outcome where a score was not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallelism"/> is below 1.</exception>
    /// <exception cref="TrialPrunedException">The pruner stops the trial; a run takes it for <see cref="TrialOutcome.Pruned"/>.</exception>
    /// <exception cref="InstanceFailedException">A fold threw.</exception>
    /// <exception cref="InvalidOperationException">The study scores its configs over other folds, or the trial has ended.</exception>
    public TrialOutcome CrossValidate(FoldPlan folds, Func<Fold, double> score, int parallelism = 1, bool race = true)
    {
        ArgumentNullException.ThrowIfNull(score);
        return OutcomeOf(ScoreFolds(folds, Study.Reported, fold => [score(fold)], parallelism, race));
    }

    internal async Task<(double[] Means, string? Fault)> ScoreFoldsAsync(
        FoldPlan plan, Metric reported, Func<Fold, CancellationToken, Task<double[]>> score, int parallelism, bool race, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var setting = new ScoringSetting("Fold", plan.Count, parallelism, race);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(RunCancellation, cancellationToken);
        ImmutableArray<Fold> folds = await Study.Engine.Scores.SplitAsync(plan, either.Token).ConfigureAwait(false);
        return await new InstanceScoring<T>(this, Study.Metrics, reported, setting)
            .RunAsync((fold, token) => score(folds[fold], token), either.Token).ConfigureAwait(false);
    }

    internal (double[] Means, string? Fault) ScoreFolds(FoldPlan plan, Metric reported, Func<Fold, double[]> score, int parallelism, bool race)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var setting = new ScoringSetting("Fold", plan.Count, parallelism, race);
        ImmutableArray<Fold> folds = Blocking.Wait(Study.Engine.Scores.SplitAsync(plan, RunCancellation));
        return Score(reported, setting, fold => score(folds[fold]));
    }

    private static TrialOutcome OutcomeOf((double[] Means, string? Fault) scored)
        => scored.Fault is { } fault ? TrialOutcome.Failed(fault) : scored.Means[0];

    // Side by side each has a thread of its own: objectives block for long, and the pool would start only as many as there are processors.
    private (double[] Means, string? Fault) Score(Metric reported, ScoringSetting setting, Func<int, double[]> score)
    {
        var scoring = new InstanceScoring<T>(this, Study.Metrics, reported, setting);
        return setting.Parallelism == 1
            ? scoring.Run(score, RunCancellation)
            : scoring.RunAsync(
                (instance, _) => Task.Factory.StartNew(
                    () => score(instance), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default),
                RunCancellation).GetAwaiter().GetResult();
    }
}
