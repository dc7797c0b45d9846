namespace HyperTune.Benchmarks;

/// <summary>The derivatives of <see cref="Hartmann6"/>, by differences so small that they are as good as exact.</summary>
internal static class Hartmann6Slope
{
    // Central differences are off by some 1e-10 here.
    private const double Step = 1e-5;

    public static (double Value, Hartmann6.Gradient Gradient) Differentiate(Hartmann6 config) => (config.Value(), new Hartmann6.Gradient
    {
        X1 = (Value(config with { X1 = config.X1 + Step }) - Value(config with { X1 = config.X1 - Step })) / (2 * Step),
        X2 = (Value(config with { X2 = config.X2 + Step }) - Value(config with { X2 = config.X2 - Step })) / (2 * Step),
        X3 = (Value(config with { X3 = config.X3 + Step }) - Value(config with { X3 = config.X3 - Step })) / (2 * Step),
        X4 = (Value(config with { X4 = config.X4 + Step }) - Value(config with { X4 = config.X4 - Step })) / (2 * Step),
        X5 = (Value(config with { X5 = config.X5 + Step }) - Value(config with { X5 = config.X5 - Step })) / (2 * Step),
        X6 = (Value(config with { X6 = config.X6 + Step }) - Value(config with { X6 = config.X6 - Step })) / (2 * Step),
    });

    private static double Value(Hartmann6 config) => config.Value();
}
