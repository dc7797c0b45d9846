using HyperTune.Models.BestTrials;
using HyperTune.Models.Importance;
using HyperTune.Text;

namespace HyperTune;

public sealed partial class StudyResult<T>
{
    /// <summary>Which parameters mattered for the value, the most important first.</summary>
    /// <remarks>
    /// Looks at the completed trials whose configs are in the search space of now; failed and pruned ones do not count. The same trials of the same study
    /// give the same numbers, however many workers ran them. Computed anew at each call.
    /// </remarks>
    /// <param name="method">How to measure; by default what tells the best tenth of the trials from all of them.</param>
    /// <returns>An importance for every parameter of the space; all 0, with the reason, where none made a difference.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is no method.</exception>
    /// <exception cref="InvalidOperationException">Fewer than 5 such trials completed.</exception>
    /// <example><c>result.Importance()[Config.Space.LearningRate].Value</c></example>
    public ParameterImportances Importance(ImportanceMethod method = ImportanceMethod.PedAnova)
        => ImportanceOf(ImportanceSubject.Objective(0, "value"), method);

    /// <summary>Which parameters mattered for how long the trials ran, the most important first; short is good, and Sobol indices are those of the logarithm.</summary>
    /// <remarks>As <see cref="Importance"/>, but that durations are measured, so that the same seed need not give the same numbers.</remarks>
    /// <param name="method">How to measure; by default what tells the shortest tenth of the trials from all of them.</param>
    /// <returns>An importance for every parameter of the space; all 0, with the reason, where none made a difference.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is no method.</exception>
    /// <exception cref="InvalidOperationException">Fewer than 5 such trials completed.</exception>
    public ParameterImportances ImportanceOfDuration(ImportanceMethod method = ImportanceMethod.PedAnova)
        => ImportanceOf(ImportanceSubject.Duration, method);

    /// <summary>The importance for any subject.</summary>
    internal ParameterImportances ImportanceOf(ImportanceSubject subject, ImportanceMethod method)
    {
        if (!Enum.IsDefined(method))
        {
            throw new ArgumentOutOfRangeException(nameof(method), method, "No such method.");
        }

        return TryImportanceOf(subject, method, out int completed)
            ?? throw new InvalidOperationException(
                $"To tell which parameters mattered takes at least {ImportanceAnalysis.FewestTrials} completed trials in the search space of now; "
                + $"study '{Printable.Of(StudyName)}' has {completed}.");
    }

    /// <summary>The importance for any subject; <see langword="null"/> where too few trials completed.</summary>
    /// <param name="subject">What parameters may have mattered for.</param>
    /// <param name="method">How to measure.</param>
    /// <param name="completedCount">How many trials there are to look at.</param>
    /// <param name="most">How many to look at; of more trials an even share.</param>
    internal ParameterImportances? TryImportanceOf(ImportanceSubject subject, ImportanceMethod method, out int completedCount, int most = int.MaxValue)
    {
        TrialResult[] completed = [.. _study.Engine.Reading.CompletedAt(_moment).Where(static trial => !trial.Values.IsEmpty)];
        completedCount = completed.Length;
        completed = completed.Length > most ? [.. EvenSample.Of(completed.Length, most).Select(place => completed[place])] : completed;
        return completed.Length < ImportanceAnalysis.FewestTrials ? null : ImportanceAnalysis.Of(_study.Space, completed, subject, method, Seed);
    }
}
