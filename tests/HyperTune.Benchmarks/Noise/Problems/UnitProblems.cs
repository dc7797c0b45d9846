namespace HyperTune.Benchmarks;

/// <summary>
/// Problems that no limit or prior of the choice under noise was chosen on: one to ten dimensions, flat parts, steps, several basins, idle parameters, categories and
/// conditions; and deterministic functions so rough that they look noisy. All are 0 at their best, but for what an integer cannot be.
/// </summary>
internal static class UnitProblems
{
    /// <summary>Objectives that a study might have.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        Of<OneNumber>("wells1", 60, static (x, c) => Math.Min(20 * Square(x[0] - c[0]), 0.25 + (8 * Square(x[0] - ((c[0] + 0.5) % 1))))),
        Of<ThreeNumbers>("steps3", 80, static (x, c) => Math.Floor(8 * Distance(x, c, 3)) / 8),
        Of<Box4>("plain4", 100, static (x, c) => Math.Min(1, 6 * Square(Distance(x, c, 4)))),
        Of<FiveCoordinates>("wells5", 100, static (x, c) => Math.Min(Well(x, c, 0, 1), Math.Min(Well(x, c, 0.37, 0.8), Well(x, c, 0.71, 0.7)))),
        Of<Box8>("idle8", 100, static (x, c) => (3 * Square(x[2] - c[2])) + 1 - Math.Cos(4 * (x[5] - c[5]) * (1 + x[2] - c[2]))),
        Of<TenCoordinates>("chain10", 150, static (x, c) => Enumerable.Range(1, 9).Sum(i => Square(x[i] - c[i] - (0.6 * (x[i - 1] - c[i - 1])))) + Square(x[0] - c[0])),
        Of<MixedFiveConfig>("kinds5", 100, Kinds),
        Of<BranchesConfig>("branches5", 100, Branches),
    ];

    /// <summary>Deterministic functions whose values at trials far from each other look like noise.</summary>
    public static IReadOnlyList<Problem> Rough { get; } =
    [
        Of<ThreeNumbers>("waves3", 100, static (x, c) => Waves(x, c, 9, 0.3)),
        Of<FiveCoordinates>("waves5", 100, static (x, c) => Waves(x, c, 7, 0.5)),
        Of<Box8>("waves8", 100, static (x, c) => Waves(x, c, 5, 0.4)),
        Of<ThreeNumbers>("checks3", 100, static (x, c) => Checks(x, 7) + Square(Distance(x, c, 3))),
        Of<FiveCoordinates>("checks5", 100, static (x, c) => (0.5 * Checks(x, 4)) + Square(Distance(x, c, 5))),
        Of<Box4>("rings4", 100, static (x, c) => Square(Distance(x, c, 4)) + (0.4 * (1 - Math.Cos(30 * Distance(x, c, 4))))),
    ];

    private static UnitProblem Of<T>(string name, int trials, Func<double[], double[], double> function)
        where T : ISearchSpace<T>
        => new(name, T.Space, trials, function, 0);

    private static double Square(double x) => x * x;

    private static double Distance(double[] x, double[] place, int dimensions)
    {
        double sum = 0;
        for (int i = 0; i < dimensions; i++)
        {
            sum += Square(x[i] - place[i]);
        }

        return Math.Sqrt(sum);
    }

    private static double Well(double[] x, double[] place, double turn, double depth)
    {
        double[] middle = [.. place.Select((at, i) => i % 2 == 0 ? (at + turn) % 1 : at)];
        return 1 - (depth * Math.Exp(-Square(Distance(x, middle, x.Length)) / 0.15));
    }

    // Each kind has its own best rate, and the extra helps where the share is wrong.
    private static double Kinds(double[] x, double[] place)
    {
        double kind = x[3];
        double rate = 4 * Square(x[0] - ((place[0] + (0.2 * kind)) % 1));
        double depth = Square(x[2] - place[2]);
        double share = Math.Abs(x[1] - place[1]);
        return rate + depth + (0.3 * kind) + (x[4] > 0 ? 0.1 + (0.3 * share) : 0.6 * share);
    }

    private static double Branches(double[] x, double[] place)
    {
        double way = x[1] switch
        {
            0 => 0.4,
            1 => 0.2 + Square(x[2] - place[2]),
            _ => Square(x[2] - place[2]) + (2 * Square(x[3] - place[3])) + (double.IsNaN(x[4]) ? 0 : 0.5 * Square(x[4] - place[4])),
        };
        return Square(x[0] - place[0]) + way;
    }

    private static double Waves(double[] x, double[] place, double waves, double height)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double distance = x[i] - place[i];
            sum += Square(distance) + (height * (1 - Math.Cos(2 * Math.PI * waves * distance)) / 2);
        }

        return sum;
    }

    // A number for each cell of a board, without any order.
    private static double Checks(double[] x, int cells)
    {
        ulong cell = 0;
        foreach (double share in x)
        {
            cell = (cell * (ulong)cells) + (ulong)Math.Min(cells - 1, share * cells);
        }

        return new RandomStream(cell, 0xC4EC).NextUnit();
    }
}
