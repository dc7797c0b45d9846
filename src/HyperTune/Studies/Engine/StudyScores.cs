using System.Collections.Immutable;
using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>What a study knows of the instances that its configs are scored over.</summary>
internal sealed class StudyScores(StudySession session, long seed)
{
    private volatile Split? _split;
    private volatile string? _agreed;

    /// <summary>The folds of a plan, split once with the study's seed.</summary>
    /// <exception cref="InvalidOperationException">The study scores its configs over others.</exception>
    public async ValueTask<ImmutableArray<Fold>> SplitAsync(FoldPlan plan, CancellationToken cancellationToken)
    {
        if (_split is { } known && ReferenceEquals(known.Plan, plan))
        {
            return known.Folds;
        }

        var split = new Split(plan, plan.Split(seed));
        await AgreeAsync(ScorePlan.Of(plan, seed, split.Folds), cancellationToken).ConfigureAwait(false);
        _split = split;
        return split.Folds;
    }

    /// <summary>Makes sure that the study scores its configs over repeats with such seeds.</summary>
    /// <exception cref="InvalidOperationException">The study scores its configs over something else.</exception>
    public ValueTask RepeatAsync(bool areFresh, CancellationToken cancellationToken) => AgreeAsync(ScorePlan.OfRepeats(seed, areFresh), cancellationToken);

    /// <inheritdoc cref="KeptScores.Of"/>
    public IReadOnlyDictionary<int, double[]> KeptOf(int number)
    {
        lock (session.Gate)
        {
            return session.State.Reports.Kept.Of(number);
        }
    }

    private async ValueTask AgreeAsync(ScorePlan plan, CancellationToken cancellationToken)
    {
        if (_agreed == plan.Text)
        {
            return;
        }

        await session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(new ChooseScorePlan(plan), cancellationToken).ConfigureAwait(false);
        string noted;
        lock (session.Gate)
        {
            noted = session.State.Notes[ScorePlan.NoteName];
        }

        if (noted != plan.Text)
        {
            throw new InvalidOperationException(
                $"Study '{session.Title}' scores its configs over '{Printable.Of(noted)}', and the trial asks for '{plan.Text}'. Scores over different instances "
                + "do not compare: score over the same ones, or in a study of its own.");
        }

        _agreed = plan.Text;
    }

    private sealed record Split(FoldPlan Plan, ImmutableArray<Fold> Folds);
}
