using System.Runtime.ExceptionServices;

namespace HyperTune.Benchmarks;

/// <summary>Runs the studies of the quality benchmark.</summary>
/// <param name="settings">How studies are run.</param>
/// <param name="parallel">How many are computed at the same time.</param>
/// <param name="progress">Hears how far it is.</param>
internal sealed class QualityStudies(StudySettings settings, int parallel, TextWriter progress)
{
    /// <summary>Runs one study for each cell and seed.</summary>
    /// <param name="cells">What to run; receives the results.</param>
    /// <param name="firstSeed">The seed of the first study of each cell; the others follow.</param>
    public void Run(IReadOnlyList<QualityResult> cells, ulong firstSeed)
    {
        int seeds = cells[0].Runs.Length;
        var counter = new Progress(cells.Count * seeds, progress);
        try
        {
            Parallel.For(0, cells.Count * seeds, new ParallelOptions { MaxDegreeOfParallelism = parallel }, study =>
            {
                QualityResult cell = cells[study / seeds];
                int index = study % seeds;
                cell.Runs[index] = RunOne(cell, firstSeed + (ulong)index);
                counter.Done($"{cell.Strategy} on {cell.Problem.Name}, {cell.Variant}");
            });
        }
        catch (AggregateException failure) when (failure.InnerExceptions is [UsageException usage, ..])
        {
            // An option that does not fit a problem is the caller's mistake, to be told in one line.
            ExceptionDispatchInfo.Throw(usage);
        }
    }

    private StudyRun RunOne(QualityResult cell, ulong seed)
    {
        Problem problem = cell.Problem.CreateVariant(cell.Variant, seed)!;
        problem = settings.Plateaus is { } kind ? new PlateauProblem(problem, kind, seed) : problem;
        return StudySimulator.Run(StrategyNames.Create(cell.Strategy), problem, seed, settings);
    }
}
