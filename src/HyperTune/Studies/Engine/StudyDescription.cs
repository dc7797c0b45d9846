using HyperTune.Pruning;
using HyperTune.Storage;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>What a study is, before it is opened.</summary>
/// <param name="Space">The space that is searched: the whole one, or what it was narrowed to.</param>
/// <param name="Metrics">What its trials end with.</param>
/// <param name="Options">How it works.</param>
internal sealed record StudyDescription(SearchSpace Space, MetricsDescriptor Metrics, StudyOptions Options)
{
    /// <summary>
    /// Whether the study was given the space as an object, which then says what to search; else a stored study is continued in the part of the space that it
    /// was narrowed to.
    /// </summary>
    public bool IsSpaceGiven { get; init; }

    /// <summary>The metric that trials report and the pruner judges.</summary>
    public Metric Reported { get; } = MetricPruner.MetricOf(Options.Pruner, Metrics);

    /// <summary>How many trials a suggestion may not know the results of; <see langword="null"/> where every result counts at once.</summary>
    /// <exception cref="ArgumentException">More workers are asked for.</exception>
    public int? Window { get; } = Options.ReproducibleUpTo is { } window && Options.Parallelism > window
        ? throw new ArgumentException(
            $"{nameof(StudyOptions)}.{nameof(StudyOptions.Parallelism)} is {Options.Parallelism}, but the study is to be the same with up to {window} workers "
            + $"({nameof(StudyOptions.ReproducibleUpTo)}): raise one or lower the other.")
        : Options.ReproducibleUpTo;

    /// <summary>Which trials keep their files.</summary>
    /// <exception cref="ArgumentException">The strategy needs the checkpoints of others.</exception>
    public Keep Keep { get; } = Options.Strategy.ContinuesTrials && Options.Keep != Keep.All
        ? throw new ArgumentException(
            $"{nameof(StudyOptions)}.{nameof(StudyOptions.Keep)} deletes files of trials that are not among the best, but {Options.Strategy} goes on from their checkpoints: keep all "
            + $"({nameof(Keep)}.{nameof(Keep.All)}).")
        : Options.Keep;

    /// <summary>The losses that the hypervolume is measured from, one an objective; <see langword="null"/> where nobody wants to know it.</summary>
    public double[]? Reference { get; init; }

    /// <summary>Who observes the study.</summary>
    public StudyObservers Observers { get; } = new();

    /// <summary>What trials record beside their metrics.</summary>
    public WantedRecords Records { get; } = WantedRecords.Of(Metrics);

    /// <summary>Whether the study may only be looked at.</summary>
    /// <exception cref="ArgumentException">It is to be one that is there, and there is no storage where it could be.</exception>
    public bool IsReadOnly { get; } = Options.Storage is null && Options.Open is Open.Existing or Open.ReadOnly
        ? throw new ArgumentException(
            $"{nameof(StudyOptions)}.{nameof(StudyOptions.Open)} is {Options.Open}, but a study without a {nameof(StudyOptions.Storage)} is always new.")
        : Options.Open == Open.ReadOnly;

    public string Name => Options.Name ?? Space.Name;

    /// <summary>The name as messages show it.</summary>
    public string Title => Printable.Of(Name);
}
