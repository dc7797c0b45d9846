namespace HyperTune.Benchmarks;

/// <summary>The public problem suite.</summary>
internal static class PublicProblems
{
    public const double HartmannOptimum = -3.322368011415515;

    private static readonly double[][] HartmannMinimizers = [[0.20168952, 0.15001069, 0.47687398, 0.27533243, 0.31165162, 0.65730053]];

    public static IReadOnlyList<double> HartmannMinimizer => HartmannMinimizers[0];

    public static IReadOnlyList<Problem> All { get; } =
    [
        new BoxProblem<Branin>(
            "branin", static x => x.Value(), [[-Math.PI, 12.275], [Math.PI, 2.275], [3 * Math.PI, 2.475]], 100, 0.39788735772973816),
        new BoxProblem<Hartmann6>("hartmann6", static x => x.Value(), HartmannMinimizers, 100, HartmannOptimum),
        new BoxProblem<Ackley10>("ackley10", static x => x.Value(), [Ackley10.Shift], 200, 0),
        new BoxProblem<Rosenbrock5>("rosenbrock5", static x => x.Value(), [[1, 1, 1, 1, 1]], 100, 0),
        new BoxProblem<Rastrigin5>("rastrigin5", static x => x.Value(), [Rastrigin5.Shift], 100, 0),
        new BoxProblem<Levy8>("levy8", static x => x.Value(), [[1, 1, 1, 1, 1, 1, 1, 1]], 100, 0),
        new BoxProblem<StyblinskiTang6>(
            "styblinski6", static x => x.Value(), [[.. Enumerable.Repeat(StyblinskiTang6.Minimizer, 6)]], 100, -234.99699422262853),
        new MlpProblem(MlpConstants.Published),
        new CondProblem(CondConstants.Published),
        new BoxProblem<Hartmann6>(
            "noisy_hartmann6", static x => x.Value(), HartmannMinimizers, 100, HartmannOptimum, noiseStandardDeviation: 0.1),
    ];

    public static IReadOnlyCollection<string> Names { get; } = [.. All.Select(static problem => problem.Name)];
}
