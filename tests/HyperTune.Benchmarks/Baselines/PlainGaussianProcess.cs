namespace HyperTune.Benchmarks;

/// <summary>
/// Bayesian optimization as textbooks have it, to be compared with: a scrambled Sobol start, one Gaussian process with a joint Matern-5/2 kernel on
/// standardized values, fitted anew in every trial, and the expected improvement.
/// </summary>
internal sealed class PlainGaussianProcess : Strategy
{
    public override string ToString() => "plain Gaussian process";

    public override StrategyRun Start(StrategyContext context) => new PlainGaussianProcessRun(context);
}
