namespace HyperTune.Benchmarks;

/// <summary>Problems of 20 and 50 parameters, beside the public suite: all parameters matter in Levy's function, six in Hartmann's.</summary>
internal static class WideProblems
{
    private const int Trials = 200;
    private const int HartmannStride = 3;

    public static IReadOnlyList<Problem> All { get; } =
    [
        Levy<Wide20>("levy20", static x => x.Values, 20),
        Levy<Wide50>("levy50", static x => x.Values, 50),
        Hartmann<Wide20>("hartmann6_in_20", static x => x.Values, 20),
        Hartmann<Wide50>("hartmann6_in_50", static x => x.Values, 50),
    ];

    private static BoxProblem<T> Levy<T>(string name, Func<T, double[]> values, int dimensions)
        where T : ISearchSpace<T>
        => new(name, x => Levy8.Value(values(x)), [[.. Enumerable.Repeat(1.0, dimensions)]], Trials, 0);

    // Every third parameter counts; the others do not.
    private static BoxProblem<T> Hartmann<T>(string name, Func<T, double[]> values, int dimensions)
        where T : ISearchSpace<T>
    {
        double[] minimizer = new double[dimensions];
        for (int i = 0; i < PublicProblems.HartmannMinimizer.Count; i++)
        {
            minimizer[i * HartmannStride] = (20 * PublicProblems.HartmannMinimizer[i]) - 10;
        }

        return new BoxProblem<T>(
            name,
            x =>
            {
                double[] v = values(x);
                double Unit(int i) => (v[i * HartmannStride] + 10) / 20;
                return new Hartmann6(Unit(0), Unit(1), Unit(2), Unit(3), Unit(4), Unit(5)).Value();
            },
            [minimizer],
            Trials,
            PublicProblems.HartmannOptimum);
    }
}
