namespace HyperTune.Benchmarks;

/// <summary>The optimizer of <see cref="CondConfig"/>: each case has its own parameters.</summary>
internal abstract record CondOptimizer
{
    public sealed record Sgd(double Lr, double Momentum, bool Nesterov) : CondOptimizer;

    public sealed record Adam(double Lr, double Beta1, double Epsilon) : CondOptimizer;

    public sealed record RmsProp(double Lr, double Alpha) : CondOptimizer;
}
