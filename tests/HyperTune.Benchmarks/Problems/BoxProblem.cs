namespace HyperTune.Benchmarks;

/// <summary>A continuous problem on a cube, given by a function that is defined outside of the cube too.</summary>
/// <typeparam name="TConfig">The config type.</typeparam>
/// <param name="name">The name in tables.</param>
/// <param name="objective">The function.</param>
/// <param name="minimizers">The points where the function is smallest.</param>
/// <param name="trials">How many trials a study gets.</param>
/// <param name="optimum">The smallest value.</param>
/// <param name="noiseStandardDeviation">The noise on observed values.</param>
internal sealed class BoxProblem<TConfig>(
    string name,
    Func<TConfig, double> objective,
    double[][] minimizers,
    int trials,
    double optimum,
    double noiseStandardDeviation = 0)
    : Problem(name, TConfig.Space, trials, optimum, noiseStandardDeviation)
    where TConfig : ISearchSpace<TConfig>
{
    public override double Evaluate(ReadOnlySpan<double> vector) => objective(TConfig.Space.Decode(vector));

    public override Problem? CreateVariant(Variant variant, ulong seed)
        => variant == Variant.Original ? this : new MovedProblem(this, minimizers, variant, seed);
}
