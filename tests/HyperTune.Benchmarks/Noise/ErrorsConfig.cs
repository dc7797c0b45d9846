namespace HyperTune.Benchmarks;

/// <summary>A bowl of two parameters, seen through noise that may differ from config to config.</summary>
[SearchSpace]
internal sealed partial record ErrorsConfig([Uniform(0, 1)] double X = 0.5, [Uniform(0, 1)] double Y = 0.5)
{
    /// <summary>The kinds of noise by name: its deviation at a config.</summary>
    public static IReadOnlyList<(string Name, Func<ErrorsConfig, double> Deviation)> Noises { get; } =
    [
        ("1 in one half, 0.02 in the other", static config => config.Y > 0.5 ? 1 : 0.02),
        ("grows with the loss", static config => 0.02 + (2 * config.Loss)),
        ("0.3 everywhere", static _ => 0.3),
    ];

    /// <summary>The loss without noise, which is 0 at its smallest.</summary>
    public double Loss => (4 * (X - 0.3) * (X - 0.3)) + (4 * (Y - 0.4) * (Y - 0.4));
}
