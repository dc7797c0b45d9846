namespace HyperTune.Benchmarks;

/// <summary>How studies are run.</summary>
/// <param name="Trials">The number of trials; <see langword="null"/> for the problem's own.</param>
/// <param name="Workers">How many trials run side by side.</param>
/// <param name="BudgetKnown">Whether the strategy is told the number of trials.</param>
/// <param name="FailingShare">The share of the space, away from the optimum, in which trials fail.</param>
/// <param name="GuessDistance">
/// By how much the user's first guess misses the optimum on each parameter, at most, as a share of its range; <see langword="null"/> for no guess.
/// </param>
/// <param name="Plateaus">Why many configs have the same value; <see langword="null"/> where they do not.</param>
/// <param name="Window">
/// How many trials later a result counts, as with <see cref="StudyOptions.ReproducibleUpTo"/>; <see langword="null"/> for as soon as it is known.
/// </param>
/// <param name="Durations">How long trials take.</param>
internal sealed record StudySettings(
    int? Trials = null,
    int Workers = 1,
    bool BudgetKnown = true,
    double FailingShare = 0,
    double? GuessDistance = null,
    PlateauKind? Plateaus = null,
    int? Window = null,
    DurationKind Durations = DurationKind.Even);
