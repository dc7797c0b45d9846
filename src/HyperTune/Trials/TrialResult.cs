namespace HyperTune;

/// <summary>The end of a trial as strategies see it: a vector and numbers, every objective turned so that smaller is better.</summary>
public readonly record struct TrialResult
{
    /// <summary>The trial's number.</summary>
    public required int Number { get; init; }

    /// <summary>The trial's vector; nobody may change it.</summary>
    public required ReadOnlyMemory<double> Vector { get; init; }

    /// <summary>Whether somebody else than the strategy chose the vector: it was enqueued, added or taken from another study.</summary>
    public bool IsGiven { get; init; }

    /// <summary>How the trial ended: completed, pruned or failed.</summary>
    public required TrialState State { get; init; }

    /// <summary>
    /// The objectives, smaller is better (those to be maximized have their sign turned): those of a completed trial, the last reported one of a pruned
    /// trial or what it would have ended with (<see cref="IsPredicted"/>), none of a failed one or of a pruned one without reports.
    /// </summary>
    public ReadOnlyMemory<double> Values { get; init; }

    /// <summary>
    /// Whether the value of a pruned trial is its end as the pruner predicted it (<see cref="PrunerRun.PredictFinal"/>), so that it can be compared with those of
    /// completed trials; it is never better than the best of them.
    /// </summary>
    public bool IsPredicted { get; init; }

    /// <summary>By how much the trial breaks the outcome constraints, in shares of the limits, in total; 0 when it satisfies all of them.</summary>
    public double Violation { get; init; }

    /// <summary>
    /// The outcome constraints one by one: by how much a completed trial exceeds each limit, negative within it, in the metric's unit. They come in the
    /// order of the metrics; of a metric with two limits the lower one comes first. Empty where there are no limits, and for other trials.
    /// </summary>
    public ReadOnlyMemory<double> Excess { get; init; }

    /// <summary>The last step that a pruned trial reported; otherwise 0.</summary>
    public int LastStep { get; init; }

    /// <summary>
    /// The derivatives of the first objective, smaller is better, with respect to the unit coordinates of the vector's values; NaN where one is
    /// not known, and for values that are not continuous. Empty when the objective gave none.
    /// </summary>
    public ReadOnlyMemory<double> Gradient { get; init; }

    /// <summary>
    /// The standard error of the first objective: how far the mean over the trial's folds, or other instances, may be from the mean over all that there could be, by what
    /// the trials told before tell about these instances; <see langword="null"/> where that is not known.
    /// </summary>
    public double? StandardError { get; init; }

    /// <summary>How long the trial ran; <see langword="null"/> when that is not known.</summary>
    /// <remarks>A measured time: a strategy that looks at it no longer gives the same trials for the same seed, and must say so.</remarks>
    public TimeSpan? Duration { get; init; }
}
