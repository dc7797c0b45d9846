namespace HyperTune.Benchmarks;

/// <summary>A problem whose derivatives are known.</summary>
/// <param name="Name">The name in tables.</param>
/// <param name="Optimum">The smallest value.</param>
/// <param name="Run">Runs a study of a strategy, with derivatives or without, for so many trials; returns the best value after each trial.</param>
internal sealed record GradientProblem(string Name, double Optimum, Func<Strategy, bool, int, long, double[]> Run)
{
    public static GradientProblem Rosenbrock { get; } = Of<Rosenbrock10, Rosenbrock10.Gradient>("rosenbrock10", 0, static config => config.Differentiate());

    public static GradientProblem Hartmann { get; } = Of<Hartmann6, Hartmann6.Gradient>("hartmann6", -3.322368, Hartmann6Slope.Differentiate);

    public static GradientProblem Valley { get; } = Of<Valley10, Valley10.Gradient>("valley10", 0, static config => config.Differentiate());

    private static GradientProblem Of<TConfig, TGradient>(string name, double optimum, Func<TConfig, (double Value, TGradient Gradient)> objective)
        where TConfig : ISearchSpace<TConfig>
        where TGradient : class, IGradient<TConfig>
        => new(name, optimum, (strategy, hasGradients, trials, seed) =>
        {
            Study<TConfig> study = Study.Minimize<TConfig>(new StudyOptions { Strategy = strategy, Seed = seed });
            StudyResult<TConfig> result = hasGradients ? study.Run(objective, trials) : study.Run(config => objective(config).Value, trials);
            double best = double.PositiveInfinity;
            return [.. result.Trials.Select(trial => best = Math.Min(best, trial.Value ?? double.PositiveInfinity))];
        });
}
