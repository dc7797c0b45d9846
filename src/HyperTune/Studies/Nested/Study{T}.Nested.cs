using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Text;

namespace HyperTune;

public sealed partial class Study<T>
{
    private const string OuterPlanNote = "nested cross-validation";
    private const string OuterScoreNote = "outer score";

    /// <summary>
    /// Nested cross-validation: for each outer fold a study of its own tunes with nothing but the fold's training, and the config that it chooses is scored with the
    /// fold's validation. The mean of these scores is what to expect of tuning in this way on new data; no score by which a config was chosen enters it.
    /// </summary>
    /// <remarks>
    /// The studies have this one's options, names with the number of the outer fold, and seeds that follow from this one's. In a storage each of them is continued
    /// where it ended, and one whose outer score is known is not run again. This study itself has no trials: run it with all the data to find the config to use.
    /// Reference: S. Varma and R. Simon, "Bias in error estimation when using cross-validation for model selection", BMC Bioinformatics 7, 2006.
    /// </remarks>
    /// <example>
    /// <code>
    /// NestedResult&lt;Config&gt; nested = await study.NestedCrossValidateAsync(
    ///     Folds.Stratified(labels, 5),
    ///     (inner, outer, token) => inner.RunAsync((config, trial, token) => ScoreInsideAsync(config, outer.Train, token), 50, token),
    ///     (config, outer, token) => ScoreAsync(config, outer.Train, outer.Validation, token));
    /// </code>
    /// </example>
    /// <param name="outer">How all samples are split into outer folds; at least two.</param>
    /// <param name="tune">
    /// Runs the study that it is given, with a budget of its own and nothing but <see cref="Fold.Train"/> of the outer fold; to split that again see <see cref="Fold.Within"/>.
    /// </param>
    /// <param name="score">Trains a config with <see cref="Fold.Train"/> of the outer fold, and scores it with <see cref="Fold.Validation"/>, in the objective's unit.</param>
    /// <param name="cancellationToken">Ends it between two folds, and is passed on.</param>
    /// <exception cref="ArgumentException">There is only one outer fold.</exception>
    /// <exception cref="InvalidOperationException">No trial of an outer fold completed, or a score is not finite; the message names the fold.</exception>
    public async Task<NestedResult<T>> NestedCrossValidateAsync(
        FoldPlan outer,
        Func<Study<T>, Fold, CancellationToken, Task> tune,
        Func<T, Fold, CancellationToken, Task<double>> score,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outer);
        ArgumentNullException.ThrowIfNull(tune);
        ArgumentNullException.ThrowIfNull(score);
        if (outer.Count < 2)
        {
            throw new ArgumentException($"{outer} has one fold; how much scores differ needs at least two.", nameof(outer));
        }

        // Also so that the study, and with it its seed, is stored: a process that goes on has the same folds.
        await Notes.SetAsync(OuterPlanNote, $"{outer}", cancellationToken).ConfigureAwait(false);
        var folds = ImmutableArray.CreateBuilder<NestedFold<T>>(outer.Count);
        foreach (Fold fold in outer.Split(Seed))
        {
            cancellationToken.ThrowIfCancellationRequested();
            folds.Add(await TuneOuterAsync(fold, tune, score, cancellationToken).ConfigureAwait(false));
        }

        return new NestedResult<T>(Name, outer, folds.MoveToImmutable(), Space);
    }

    private async Task<NestedFold<T>> TuneOuterAsync(
        Fold fold, Func<Study<T>, Fold, CancellationToken, Task> tune, Func<T, Fold, CancellationToken, Task<double>> score, CancellationToken cancellationToken)
    {
        StudyOptions options = _options with
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{Name}, outer fold {fold.Number}"),
            Seed = unchecked((long)RandomStream.Derive((ulong)Seed, (ulong)fold.Number)),
        };
        await using var inner = new Study<T>(_space, _description.Metrics, options, isSpaceGiven: _description.IsSpaceGiven);
        await inner.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (inner.Notes[OuterScoreNote] is { } known)
        {
            string[] parts = known.Split(' ');
            TrialRecord<T> scored = inner.Trials[int.Parse(parts[1], CultureInfo.InvariantCulture)];
            return new NestedFold<T>(fold, inner.GetResult(), scored, double.Parse(parts[^1], CultureInfo.InvariantCulture));
        }

        await tune(inner, fold, cancellationToken).ConfigureAwait(false);
        StudyResult<T> result = inner.GetResult();
        TrialRecord<T> best = result.Best;
        double value = await score(best.Config, fold, cancellationToken).ConfigureAwait(false);
        if (!double.IsFinite(value))
        {
            throw new InvalidOperationException($"The score of outer fold {fold.Number} of study '{Title}' is {NumberFormat.Invariant(value)}, which is not finite.");
        }

        await inner.Notes.SetAsync(OuterScoreNote, string.Create(CultureInfo.InvariantCulture, $"trial {best.Number} scored {value:R}"), cancellationToken).ConfigureAwait(false);
        return new NestedFold<T>(fold, result, best, value);
    }
}
