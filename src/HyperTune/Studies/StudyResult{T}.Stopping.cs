using System.Collections.Immutable;

namespace HyperTune;

public sealed partial class StudyResult<T>
{
    /// <summary>
    /// What each rule of the last run's <see cref="Budget.StopWhen"/> saw in the study's trials: whether it ended the run, and where it would have; in the order of
    /// the budget. Empty where no run had rules.
    /// </summary>
    public ImmutableArray<StoppingVerdict> Stopping => _moment.Verdicts;
}
