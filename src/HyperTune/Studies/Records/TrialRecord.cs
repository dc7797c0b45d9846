using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HyperTune.Metrics;
using HyperTune.State;
using HyperTune.State.Files;
using HyperTune.Studies.Artifacts;
using HyperTune.Text;

namespace HyperTune;

/// <summary>What is known about a trial at one moment; it does not change later.</summary>
/// <typeparam name="T">The config type.</typeparam>
public sealed class TrialRecord<T>
{
    private readonly SearchSpace<T> _space;
    private readonly string? _misfit;
    private readonly TrialPoint? _own;
    private StrongBox<T>? _config;

    internal TrialRecord(int number, SearchSpace<T> space, ReadOnlyMemory<double> vector, object? enqueued, string? misfit = null, TrialPoint? own = null)
    {
        Number = number;
        Vector = vector;
        _space = space;
        _misfit = misfit;
        _own = own;
        _config = enqueued is null ? null : new StrongBox<T>((T)enqueued);
    }

    /// <summary>The trial's number, counted from 0 in the order of asking.</summary>
    public int Number { get; }

    /// <summary>The config: the enqueued object itself, or one made from the strategy's suggestion when it is first read.</summary>
    /// <exception cref="InvalidOperationException">
    /// The trial was run with another search space, and the current one has no config with its values (<see cref="Fits"/>); the message says which value does not
    /// fit. One that is only outside of what the space was narrowed to has a config.
    /// </exception>
    public T Config => (_config ?? Decode()).Value!;

    /// <summary>
    /// Whether the trial is in the current search space. One that was run with another space, or before the space was narrowed, may not be: it keeps its own
    /// values, which <see cref="Describe"/> shows, and counts neither as the best trial nor towards a target.
    /// </summary>
    public bool Fits => HasConfig && !IsOutside;

    /// <summary>Whether the current search space, narrowed or not, has a config with the trial's values.</summary>
    internal bool HasConfig => _misfit is null;

    /// <summary>Whether the trial is outside of what the current search space was narrowed to.</summary>
    internal bool IsOutside { get; init; }

    /// <summary>
    /// The config as a vector of the search space; where the trial does not fit it (<see cref="Fits"/>), the vector that strategies learn from, if any.
    /// </summary>
    public ReadOnlyMemory<double> Vector { get; }

    /// <summary>Where the trial stands.</summary>
    public required TrialState State { get; init; }

    /// <summary>The objective of a completed trial, the last report of a pruned one; otherwise <see langword="null"/>.</summary>
    public required double? Value { get; init; }

    /// <summary>The raw value of each metric, not a number where one is not known; empty where the trial has not ended.</summary>
    internal ReadOnlyMemory<double> Values { get; init; }

    /// <summary>What a completed trial recorded beside its metrics; <see langword="null"/> for nothing.</summary>
    internal RecordedValue[]? Records { get; init; }

    /// <summary>The intermediate values, in ascending order of steps.</summary>
    public required ImmutableArray<TrialReport> Reports { get; init; }

    /// <summary>
    /// The standard error of the mean over the trial's folds, repeats or other instances (<see cref="Trial{T}.CrossValidateAsync"/>, <see
    /// cref="Trial{T}.ReportInstance"/>), in
    /// the unit of the reports: how far it may be from the mean over all instances that there could be. What is only a difference between instances is
    /// no error, as far as
    /// other trials tell it when the record is read; that the training sets of folds overlap is taken into account.
    /// </summary>
    /// <value><see langword="null"/> for a trial that reported fewer than two instances or is not completed or pruned.</value>
    /// <remarks>
    /// References: C. Nadeau and Y. Bengio, "Inference for the generalization error", Machine Learning 52, 2003: the square root of 1/n + 1/(k - 1),
    /// for n of k folds, times the
    /// deviation of the scores.
    /// </remarks>
    public double? StandardError { get; init; }

    /// <summary>All metrics at the steps where the trial reported them, in ascending order.</summary>
    internal IReadOnlyList<ReportedMetrics> ReportedMetrics { get; init; } = [];

    /// <summary>Why the trial failed; <see langword="null"/> unless it did.</summary>
    public string? FailureReason { get; init; }

    /// <summary>What made the trial fail; <see langword="null"/> unless it did.</summary>
    public FailureCause? FailureCause { get; init; }

    /// <summary>What the trial has cost in all its attempts (<see cref="Trial{T}.AddCost"/>); <see langword="null"/> where it did not say.</summary>
    public double? Cost { get; init; }

    /// <summary>The exception that made the trial fail; <see langword="null"/> when there was none, or when it ended in another process.</summary>
    public Exception? Exception { get; init; }

    /// <summary>
    /// The attempts that failed before the trial was run again (<see cref="StudyOptions.Retries"/>, <see cref="Study{T}.RetryFailed"/>), in their order; empty for
    /// a trial that was run once. Start, duration and reports of the record are those of the last attempt.
    /// </summary>
    public ImmutableArray<FailedAttempt> FailedAttempts { get; init; } = [];

    /// <summary>Why the trial was taken out of the study (<see cref="Study{T}.ExcludeAsync"/>); <see langword="null"/> where it is in.</summary>
    public string? ExclusionReason { get; init; }

    /// <summary>Whether the trial was taken out of the study, so that nothing looks at it.</summary>
    public bool IsExcluded => ExclusionReason is not null;

    /// <summary>When the trial started; the first moment that there is (<see langword="default"/>) for one that never did.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the trial started; <see langword="null"/> for one that waits, and for one that ended without having run or whose start nobody noted.</summary>
    internal DateTimeOffset? Start => State != TrialState.Waiting && StartedAt.UtcTicks > 0 ? StartedAt : null;

    /// <summary>How long the trial ran; <see langword="null"/> while it runs.</summary>
    public required TimeSpan? Duration { get; init; }

    /// <summary>Whether the config came from <see cref="Study{T}.Enqueue(T, bool)"/> rather than from the strategy.</summary>
    public required bool IsEnqueued { get; init; }

    /// <summary>Whether the trial was imported from another study; it then counts towards no budget.</summary>
    public bool IsImported { get; init; }

    /// <summary>
    /// The number of the trial from whose checkpoint this one went on (<see cref="Strategy.PopulationBased()"/>); <see langword="null"/> where it began
    /// from nothing.
    /// </summary>
    public int? Parent { get; init; }

    /// <summary>
    /// Who ran the trial, last if several did: the name that the process had (<see cref="SharingOptions.WorkerId"/>), or otherwise the process by its number, for
    /// instance <c>process 4711</c>. A process may run several trials at once.
    /// </summary>
    /// <value><see langword="null"/> in a study in memory, for imported trials and for those of other programs: nobody noted it.</value>
    public string? Worker { get; init; }

    /// <summary>What the trial saved, by name: <c>record.Artifacts["model.zip"].OpenAsync()</c>.</summary>
    public ArtifactList Artifacts => new(Store, Number, Files);

    /// <summary>The checkpoint that the trial saved last; <see langword="null"/> for none.</summary>
    public Artifact? Checkpoint => Files.Checkpoint is { } file && Store is { } store ? new Artifact(store, Number, file) : null;

    /// <summary>The path of the directory that the trial used (<see cref="Trial{T}.Directory"/>); <see langword="null"/> where there is none on this machine.</summary>
    public string? Directory => Store?.FindDirectory(Number, Files);

    internal TrialFiles Files { get; init; } = TrialFiles.None;

    internal ITrialFiles? Store { get; init; }

    /// <summary>The trial in one line, for instance <c>Trial 7: completed with 0.93 (LearningRate = 0.001, Units = 64)</c>; only active parameters are named.</summary>
    public override string ToString()
    {
        string result = State switch
        {
            TrialState.Completed => $"completed with {NumberFormat.Invariant(Value.GetValueOrDefault())}",
            TrialState.Pruned when Value is { } last => $"pruned at {NumberFormat.Invariant(last)}",
            TrialState.Pruned => "pruned",
            TrialState.Failed when FailureCause == HyperTune.FailureCause.Infeasible => $"infeasible: {Printable.Of(FailureReason ?? "")}",
            TrialState.Failed => $"failed: {Printable.Of(FailureReason ?? "")}",
            TrialState.Waiting => "waiting",
            TrialState.Cancelled => "cancelled",
            _ => "running",
        };
        string exclusion = IsExcluded ? $", excluded: {Printable.Of(ExclusionReason!)}" : "";
        return $"Trial {Number}: {result}{exclusion} ({Describe()})";
    }

    /// <summary>
    /// The trial's own values, for instance <c>LearningRate = 0.001, Units = 64</c>, even where the current search space does not have them.
    /// </summary>
    public string Describe() => Printable.Of(_own is { } own ? own.ToString() : _space.Format(Vector.Span));

    /// <summary>The search space that the trial is seen in.</summary>
    internal SearchSpace<T> Space => _space;

    /// <summary>The trial's own values as text by the names of their parameters; those of parameters that are inactive are missing.</summary>
    internal IEnumerable<KeyValuePair<string, string>> OwnValues() => _own is { } own
        ? own.Describe()
        : _space.Parameters
            .Where(parameter => !double.IsNaN(Vector.Span[parameter.Index]))
            .Select(parameter => new KeyValuePair<string, string>(parameter.Name, parameter.Format(Vector.Span[parameter.Index])));

    private StrongBox<T> Decode()
    {
        if (_misfit is not null)
        {
            throw new InvalidOperationException($"Trial {Number} has no config in the search space of now. {_misfit} Its own values: {Describe()}.");
        }

        var decoded = new StrongBox<T>(_space.Decode(Vector.Span));
        return Interlocked.CompareExchange(ref _config, decoded, null) ?? decoded;
    }
}
