using HyperTune.Models.Importance;
using HyperTune.Text;

namespace HyperTune;

public sealed partial class StudyResult<T, TMetrics>
{
    /// <summary>
    /// Which parameters mattered for all objectives together, the most important first: what counts is a trial's place in the order front by front, within a
    /// front by what it adds to the dominated volume. With one objective, its value.
    /// </summary>
    /// <remarks><inheritdoc cref="StudyResult{T}.Importance" path="/remarks/node()"/> Trials that break a limit count, but not among the best.</remarks>
    /// <param name="method">How to measure; by default what tells the best tenth of the trials from all of them.</param>
    /// <returns>An importance for every parameter of the space; all 0, with the reason, where none made a difference.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is no method.</exception>
    /// <exception cref="InvalidOperationException">Fewer than 5 such trials completed, or none keeps the limits.</exception>
    public ParameterImportances Importance(ImportanceMethod method = ImportanceMethod.PedAnova)
        => TMetrics.Metrics.Objectives is [var only] ? Importance(only, method) : WithinLimits(ImportanceSubject.Front, method);

    /// <summary>Which parameters mattered for one objective, the most important first.</summary>
    /// <remarks><inheritdoc cref="Importance(ImportanceMethod)" path="/remarks/node()"/></remarks>
    /// <param name="objective">The objective, for instance <c>Score.Metrics.Accuracy</c>.</param>
    /// <param name="method">How to measure; by default what tells the best tenth of the trials from all of them.</param>
    /// <returns>An importance for every parameter of the space; all 0, with the reason, where none made a difference.</returns>
    /// <exception cref="ArgumentException">The metric is none of the study's objectives.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is no method.</exception>
    /// <exception cref="InvalidOperationException">Fewer than 5 such trials completed, or none keeps the limits.</exception>
    public ParameterImportances Importance(Metric objective, ImportanceMethod method = ImportanceMethod.PedAnova)
    {
        ArgumentNullException.ThrowIfNull(objective);
        int index = TMetrics.Metrics.Objectives.IndexOf(objective);
        return index < 0
            ? throw new ArgumentException($"{Printable.Of(objective.Name)} is no objective of {TMetrics.Metrics.Name}.", nameof(objective))
            : WithinLimits(ImportanceSubject.Objective(index, Printable.Of(objective.Name)), method);
    }

    /// <inheritdoc cref="StudyResult{T}.ImportanceOfDuration"/>
    public ParameterImportances ImportanceOfDuration(ImportanceMethod method = ImportanceMethod.PedAnova) => _inner.ImportanceOfDuration(method);

    // The front is empty also while nothing completed, which has a message of its own.
    private ParameterImportances WithinLimits(ImportanceSubject subject, ImportanceMethod method)
        => Nearest is null ? _inner.ImportanceOf(subject, method) : throw NothingToChoose();
}
