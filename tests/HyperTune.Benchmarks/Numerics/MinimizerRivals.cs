using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>The search for a Gaussian process's hyperparameters.</summary>
internal static class MinimizerRivals
{
    public const string Topic = "fit";

    // A value of -ln p that is larger by this is another maximum, or none.
    private const double Missed = 0.1;
    private const int Seeds = 4;

    private static readonly string[] ProblemNames = ["hartmann6", "levy8", "mlp_mixed"];
    private static readonly int[] Sizes = [50, 100, 300];

    public static IEnumerable<Rivals> Create()
    {
        foreach (int size in Sizes)
        {
            FitData[] fits = [.. CreateFits(size)];
            foreach ((string name, Func<FitData, double[], double> search) in new (string, Func<FitData, double[], double>)[]
            {
                ("MathNet BfgsBMinimizer", LibraryMinimizer.BoundedBfgs),
                ("MathNet LimitedMemoryBfgsMinimizer", LibraryMinimizer.LimitedMemoryBfgs),
            })
            {
                (double[] ours, int ourEvaluations) = Reach(fits, Own);
                (double[] theirs, int theirEvaluations) = Reach(fits, search);
                yield return new Rivals(
                    "fit of hyperparameters, two starts",
                    $"{size}",
                    "ProjectedLbfgs",
                    () => FitAll(fits, Own),
                    name,
                    () => FitAll(fits, search))
                {
                    OurNote = Describe(ours, theirs, ourEvaluations),
                    LibraryNote = Describe(theirs, ours, theirEvaluations),
                };
            }
        }
    }

    private static IEnumerable<FitData> CreateFits(int size)
        => from problem in PublicProblems.All
           where ProblemNames.Contains(problem.Name)
           from seed in Enumerable.Range(0, Seeds)
           select new FitData(problem.CreateVariant(Variant.Shifted, (ulong)seed)!, size, (ulong)seed);

    private static double Own(FitData fit, double[] start)
        => new ProjectedLbfgs(start.Length).Minimize(fit, start, fit.Prior.Lower, fit.Prior.Upper, fit.Settings, CancellationToken.None);

    private static void FitAll(FitData[] fits, Func<FitData, double[], double> search)
    {
        foreach (FitData fit in fits)
        {
            fit.Fit(search);
        }
    }

    private static (double[] Values, int Evaluations) Reach(FitData[] fits, Func<FitData, double[], double> search)
    {
        int before = fits.Sum(static fit => fit.Evaluations);
        double[] values = [.. fits.Select(fit => fit.Fit(search))];
        return (values, fits.Sum(static fit => fit.Evaluations) - before);
    }

    private static string Describe(double[] values, double[] others, int evaluations)
    {
        int missed = values.Zip(others, static (value, other) => value > other + Missed).Count(static isMissed => isMissed);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"-ln p {values.Average():F2}, worse in {missed} of {values.Length}; {(double)evaluations / values.Length:F0} evaluations");
    }
}
