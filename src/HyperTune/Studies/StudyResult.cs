using System.Text;
using HyperTune.Models.BestTrials;
using HyperTune.Numerics;
using HyperTune.Studies;
using HyperTune.Studies.Engine;
using HyperTune.Text;

namespace HyperTune;

/// <summary>What a study knew at one moment; it does not change when the study goes on.</summary>
/// <typeparam name="T">The config type.</typeparam>
public sealed partial class StudyResult<T>
{
    private readonly Study<T> _study;
    private readonly StudyMoment _moment;
    private readonly Lazy<BestTrial> _choice;
    private readonly Lazy<string?> _pruning;

    internal StudyResult(Study<T> study, StudyMoment moment)
    {
        _study = study;
        _moment = moment;
        StudyName = study.Name;
        Direction = study.Direction;
        Seed = study.Seed;
        Strategy = study.StrategyText;
        Trials = new TrialList<T>(study, moment);
        _choice = new Lazy<BestTrial>(() => study.Engine.Reading.ChooseBest(moment));
        StrategyExplanation = study.Engine.ExplainStrategy();
        string? details = study.Engine.ExplainPruner();
        _pruning = new Lazy<string?>(() => study.HasPruner ? study.Engine.Reading.CountPruned(moment).Describe(details) : null);
    }

    /// <summary>The study's name.</summary>
    public string StudyName { get; }

    /// <summary>Whether smaller or larger objective values are better.</summary>
    public OptimizationDirection Direction { get; }

    /// <summary>The seed, given or chosen; with it the study can be repeated.</summary>
    public long Seed { get; }

    /// <summary>The strategy's name and settings.</summary>
    public string Strategy { get; }

    /// <summary>What the strategy decided and why; <see langword="null"/> where it has nothing to say.</summary>
    public string? StrategyExplanation { get; }

    /// <summary>
    /// What the pruner saved, for instance <c>stopped 61 of 200 trials and saved 34 % of their steps</c>, and with <see cref="Pruner.Auto"/> also what it risked: how
    /// many of the trials that it would have stopped, but let run to the end to find out, became the best. <see langword="null"/> without a pruner, and before a
    /// trial has ended.
    /// </summary>
    public string? PrunerExplanation => _pruning.Value;

    /// <summary>What was noted of the study (<see cref="Study{T}.Notes"/>), in the ordinal order of the names.</summary>
    public IReadOnlyDictionary<string, string> Notes => _moment.Notes;

    /// <summary>
    /// The completed trial whose config you should use: <see cref="BestObserved"/>, or <see cref="BestByMean"/> where the trials show the objective to be so noisy
    /// that the best observed value owes much to luck. <see cref="BestReason"/> says which and why.
    /// </summary>
    /// <remarks>
    /// With fewer than 20 completed trials it is always the best observed one. Otherwise the first access fits a Gaussian process,
    /// which takes from a few milliseconds to a tenth of a second, whatever strategy and however many trials the study has, and half as much again the first time in a
    /// program, when the runtime compiles for it; a result that nobody looks at costs nothing. Trials far from each other show no noise: a rough objective explains
    /// their values as well. Where the objective is known to have noise, or to have none, say so (<see cref="StudyOptions.IsDeterministic"/>).
    /// </remarks>
    /// <exception cref="InvalidOperationException">No trial completed; the message says what happened instead.</exception>
    public TrialRecord<T> Best => BestOrDefault ?? throw new InvalidOperationException(NothingCompleted());

    /// <summary>What <see cref="Best"/> is; <see langword="null"/> when no trial completed.</summary>
    public TrialRecord<T>? BestOrDefault => _moment.BestObservedNumber < 0 ? null : Trials[_choice.Value.Best];

    /// <summary>The completed trial with the best value; of equal ones, the first.</summary>
    /// <exception cref="InvalidOperationException">No trial completed; the message says what happened instead.</exception>
    public TrialRecord<T> BestObserved => BestObservedOrDefault ?? throw new InvalidOperationException(NothingCompleted());

    /// <summary>What <see cref="BestObserved"/> is; <see langword="null"/> when no trial completed.</summary>
    public TrialRecord<T>? BestObservedOrDefault => _moment.BestObservedNumber < 0 ? null : Trials[_moment.BestObservedNumber];

    /// <summary>
    /// The completed trial with the best expected value: the best mean of a Gaussian process fitted to all values, which trusts a single lucky value less
    /// than several good ones close to each other. With fewer than 20 completed trials it is <see cref="BestObserved"/>.
    /// </summary>
    /// <remarks><inheritdoc cref="Best" path="/remarks/node()"/></remarks>
    /// <exception cref="InvalidOperationException">No trial completed; the message says what happened instead.</exception>
    public TrialRecord<T> BestByMean
        => _moment.BestObservedNumber < 0 ? throw new InvalidOperationException(NothingCompleted()) : Trials[_choice.Value.ByMean];

    /// <summary>
    /// Why <see cref="Best"/> is what it is, which other trial it might have been, and what to expect of it where its value owes something to luck, or may;
    /// <see langword="null"/> when no trial completed.
    /// </summary>
    public string? BestReason => _moment.BestObservedNumber < 0 ? null : _choice.Value.Explain(Direction);

    /// <summary>All trials, in the order of their numbers. The records are made when they are read: keep one that you need often.</summary>
    public IReadOnlyList<TrialRecord<T>> Trials { get; }

    /// <summary>
    /// The completed trials whose configs are in the current search space and that were not taken out, in the order of their numbers: those that
    /// <see cref="Best"/> is chosen from.
    /// </summary>
    public IEnumerable<TrialRecord<T>> Completed => Trials.Where(static trial => trial.State == TrialState.Completed && trial.Fits && !trial.IsExcluded);

    /// <summary>The completed trials with the best observed values, best first; of equal ones, the first.</summary>
    /// <param name="count">How many at most; at least 1.</param>
    /// <returns>Fewer where fewer completed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public IReadOnlyList<TrialRecord<T>> Top(int count)
    {
        Guard.AtLeast(count, 1, nameof(count));
        double sign = Direction == OptimizationDirection.Minimize ? 1 : -1;
        return [.. Completed.OrderBy(trial => sign * trial.Value.GetValueOrDefault()).Take(count)];
    }

    /// <summary>
    /// The trials that led to a trial, the one that began from nothing first and the trial itself last: each went on from the checkpoint of the one before
    /// (<see cref="TrialRecord{T}.Parent"/>). Their configs are the schedule that <see cref="Strategy.Replay{T}(IEnumerable{T})"/> runs again.
    /// </summary>
    /// <param name="trial">A trial of this result, for instance <see cref="BestObserved"/>.</param>
    /// <returns>The trial alone, where it began from nothing.</returns>
    public IReadOnlyList<TrialRecord<T>> LineageOf(TrialRecord<T> trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var lineage = new Stack<TrialRecord<T>>([trial]);
        while (lineage.Peek().Parent is { } parent)
        {
            lineage.Push(Trials[parent]);
        }

        return [.. lineage];
    }

    /// <summary>The completed trial that is best by a number of your own, in the study's direction; of equal ones, the first.</summary>
    /// <param name="value">Says how good a trial is, for instance <c>trial => trial.Value!.Value + 0.01 * trial.Config.Layers</c>; NaN for one that is out.</param>
    /// <exception cref="InvalidOperationException">No trial completed, or all are out.</exception>
    public TrialRecord<T> BestBy(Func<TrialRecord<T>, double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        double sign = Direction == OptimizationDirection.Minimize ? 1 : -1;
        return Completed
            .Select(trial => (Trial: trial, Loss: sign * value(trial)))
            .Where(static candidate => !double.IsNaN(candidate.Loss))
            .OrderBy(static candidate => candidate.Loss)
            .FirstOrDefault().Trial
            ?? throw new InvalidOperationException(
                _moment.BestObservedNumber < 0 ? NothingCompleted() : $"No trial of study '{Printable.Of(StudyName)}' has a number to compare.");
    }

    /// <summary>Why the last run ended; <see cref="StopReason.NotStopped"/> when none has.</summary>
    public StopReason StopReason => _moment.StopReason;

    /// <summary>
    /// How many trials other processes of a shared study were running: the best trial may still be beaten by one of them. See
    /// <see cref="Budget.WaitForOthers"/>.
    /// </summary>
    public int RunningElsewhere => _moment.RunningElsewhere;

    /// <summary>The time spent in runs, all of them together. Zero where trials were only asked for one by one.</summary>
    public TimeSpan Duration => _moment.Duration;

    internal Study<T> Study => _study;

    /// <summary>How the best trial was chosen; only where one completed.</summary>
    internal BestTrial Choice => _choice.Value;

    /// <summary>The numbers of the trials that no other one beats.</summary>
    internal System.Collections.Immutable.ImmutableArray<int> Front => _moment.Front;

    /// <summary>While every completed trial breaks a limit, the number of the one that does so least; -1 when there is none.</summary>
    internal int NearestNumber => _moment.NearestNumber;

    /// <summary>The best observed value and the counts in one line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"Study '{Printable.Of(StudyName)}': {_moment.TrialCount} trial{(_moment.TrialCount == 1 ? "" : "s")}");
        if (BestObservedOrDefault is { } best)
        {
            text.Append($", best observed {NumberFormat.Invariant(best.Value.GetValueOrDefault())} in trial {best.Number}");
        }

        return StopReason == StopReason.NotStopped ? text.ToString() : text.Append($", stopped: {StopReason}").ToString();
    }

    internal string NothingCompleted()
    {
        if (_moment.TrialCount == 0)
        {
            return $"Study '{Printable.Of(StudyName)}' has no best trial, because no trial has started.";
        }

        string failure = _moment.LastFailure is { } last ? $" The last failure: {Printable.Of(last.Reason ?? "")}" : "";
        string reason = _moment.MisfitCount > 0 ? $"none of its {_moment.MisfitCount} completed trials is in the search space of now"
            : _moment.TrialCount == 1 ? "its only trial has not completed"
            : $"none of its {_moment.TrialCount} trials completed";
        return $"Study '{Printable.Of(StudyName)}' has no best trial, because {reason}.{failure}";
    }
}
