namespace HyperTune.Benchmarks;

/// <summary>How studies are run.</summary>
/// <param name="Trials">The number of trials; <see langword="null"/> for the problem's own.</param>
/// <param name="Workers">How many trials run side by side.</param>
/// <param name="BudgetKnown">Whether the strategy is told the number of trials.</param>
internal sealed record StudySettings(int? Trials = null, int Workers = 1, bool BudgetKnown = true);
