namespace HyperTune.Tests;

/// <summary>Short ways to the studies that the tests need.</summary>
internal static class Studies
{
    public static StudyOptions Seeded { get; } = new() { Name = "test", Seed = 7, Strategy = Strategy.Random() };

    public static Study<double[]> Minimize(StudyOptions? options = null, int dimensions = 2)
        => new(TestSpace.Cube(dimensions), OptimizationDirection.Minimize, options ?? Seeded);

    public static Study<double[]> Maximize(StudyOptions? options = null, int dimensions = 2)
        => new(TestSpace.Cube(dimensions), OptimizationDirection.Maximize, options ?? Seeded);

    /// <summary>The squared distance from the middle of the unit cube.</summary>
    public static double Bowl(double[] x) => x.Sum(static v => (v - 0.5) * (v - 0.5));
}
