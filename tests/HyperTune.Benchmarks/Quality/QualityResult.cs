namespace HyperTune.Benchmarks;

/// <summary>All studies of one strategy on one variant of one problem, by seed.</summary>
internal sealed record QualityResult(string Strategy, Problem Problem, Variant Variant, StudyRun[] Runs)
{
    public static IReadOnlyList<int> Checkpoints { get; } = [25, 50, 100, 200];

    public Quartiles Final => Quartiles.Of(Runs.Select(static run => run.Final));

    public double MeanMilliseconds => Runs.Average(static run => run.SuggestionMilliseconds);

    /// <summary>The median regret after some numbers of trials.</summary>
    public IReadOnlyDictionary<int, double> Medians
        => Checkpoints
            .Where(count => count <= Runs[0].Regrets.Length)
            .ToDictionary(static count => count, count => Quartiles.Of(Runs.Select(run => run.Regrets[count - 1])).Median);
}
