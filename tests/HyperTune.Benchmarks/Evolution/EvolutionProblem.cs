namespace HyperTune.Benchmarks;

/// <summary>A smooth function over [-5, 5]^d whose optimum, 0, lies elsewhere for each seed.</summary>
internal sealed class EvolutionProblem
{
    public const double End = 5;

    private const ulong PlaceStream = 0xE701;
    private const double FarthestPlace = 3;

    private readonly Func<double[], double> _function;
    private readonly double[] _place;
    private readonly double[][]? _rotation;

    private EvolutionProblem(Func<double[], double> function, int dimensions, bool isRotated, double optimum, ulong seed)
    {
        var random = new RandomStream(seed, PlaceStream + (ulong)dimensions);
        _function = function;
        _place = [.. Enumerable.Range(0, dimensions).Select(_ => (FarthestPlace * ((2 * random.NextUnit()) - 1)) - optimum)];
        _rotation = isRotated ? RandomMatrix.Orthogonal(dimensions, ref random) : null;
        Space = dimensions == 10 ? TenCoordinates.Space : TwentyCoordinates.Space;
    }

    /// <summary>The functions by name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sphere", "ellipsoid", "rosenbrock", "rotated rastrigin"];

    public SearchSpace Space { get; }

    /// <summary>One function with its optimum at a place drawn from a seed.</summary>
    public static EvolutionProblem Create(string name, int dimensions, ulong seed) => name switch
    {
        "sphere" => new(Sphere, dimensions, isRotated: false, optimum: 0, seed),
        "ellipsoid" => new(Ellipsoid, dimensions, isRotated: false, optimum: 0, seed),
        "rosenbrock" => new(Rosenbrock, dimensions, isRotated: false, optimum: 1, seed),
        _ => new(Rastrigin, dimensions, isRotated: true, optimum: 0, seed),
    };

    public double Evaluate(ReadOnlySpan<double> vector)
    {
        double[] moved = new double[_place.Length];
        for (int j = 0; j < moved.Length; j++)
        {
            moved[j] = vector[j] - _place[j];
        }

        return _function(_rotation is null ? moved : [.. _rotation.Select(row => row.Zip(moved, static (a, b) => a * b).Sum())]);
    }

    private static double Sphere(double[] z) => z.Sum(static v => v * v);

    private static double Ellipsoid(double[] z) => z.Select((v, j) => Math.Pow(10, 6.0 * j / (z.Length - 1)) * v * v).Sum();

    private static double Rosenbrock(double[] z)
        => Enumerable.Range(0, z.Length - 1).Sum(j => (100 * Math.Pow(z[j + 1] - (z[j] * z[j]), 2)) + Math.Pow(1 - z[j], 2));

    private static double Rastrigin(double[] z) => z.Sum(static v => (v * v) + (10 * (1 - Math.Cos(2 * Math.PI * v))));
}
