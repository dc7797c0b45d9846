using HyperTune.Spaces.Coding;

namespace HyperTune.Benchmarks;

/// <summary>A function with normal noise of a known size.</summary>
/// <param name="Space">The space.</param>
/// <param name="Truth">The function.</param>
/// <param name="Deviation">The noise's standard deviation; 0 for none.</param>
internal sealed record NoisyObjective(SearchSpace Space, Func<double[], double> Truth, double Deviation)
{
    private const double Optimum = 0.37;
    private const double NoiseShare = 0.3;

    /// <summary>The objectives with noise, by name: those that the rule was made with, and the others.</summary>
    public static IReadOnlyCollection<string> Names { get; }
        = ["flat2", "flat5", "bowl2", "bowl6", "hartmann6", .. UnitProblems.All.Select(static problem => problem.Name)];

    /// <summary>A noisy objective.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="seed">Moves the objectives that can be moved.</param>
    public static NoisyObjective Of(string name, ulong seed) => name switch
    {
        _ when UnitProblems.All.FirstOrDefault(problem => problem.Name == name) is { } problem => Of(problem.CreateVariant(Variant.Shifted, seed)!, seed),
        "flat2" => new NoisyObjective(Branin.Space, static _ => 5, 1),
        "flat5" => new NoisyObjective(Rastrigin5.Space, static _ => 5, 1),
        "bowl2" => OnUnitCube(Branin.Space, static x => x.Sum(Square), 1),
        "bowl6" => OnUnitCube(Hartmann6.Space, static x => x.Sum(Square), 1),
        _ => Moved("hartmann6", seed, 0.15),
    };

    /// <summary>How many trials a study of <see cref="Waves"/> gets.</summary>
    public const int WavesTrials = 100;

    /// <summary>A bowl with waves that a model of few trials takes for noise; without noise.</summary>
    public static NoisyObjective Waves()
        => OnUnitCube(Rastrigin5.Space, static x => x.Sum(static v => (3 * (1 - Math.Cos(20 * Math.PI * (v - Optimum)))) + (10 * Square(v))), 0);

    private static double Square(double x) => 10 * (x - Optimum) * (x - Optimum);

    private static NoisyObjective OnUnitCube(SearchSpace space, Func<double[], double> function, double deviation)
    {
        var cube = new UnitCube(space);
        return new NoisyObjective(space, Evaluate, deviation);

        double Evaluate(double[] vector)
        {
            var point = new double[cube.Dimensions.Length];
            cube.Encode(vector, point);
            return function(point);
        }
    }

    // With noise of three tenths of the deviation of random values.
    private static NoisyObjective Of(Problem problem, ulong seed)
    {
        double[] values = NoisyStudy.RandomValues(problem, seed);
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return new NoisyObjective(problem.Space, vector => problem.Evaluate(vector), NoiseShare * deviation);
    }

    private static NoisyObjective Moved(string name, ulong seed, double deviation)
    {
        Problem problem = PublicProblems.All.First(problem => problem.Name == name).CreateVariant(Variant.Shifted, seed)!;
        return new NoisyObjective(problem.Space, vector => problem.Evaluate(vector), deviation);
    }
}
