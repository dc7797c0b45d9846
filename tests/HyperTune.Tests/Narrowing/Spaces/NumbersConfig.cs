namespace HyperTune.Tests;

/// <summary>A range of every type that numbers can have, and of every distribution.</summary>
[SearchSpace]
internal sealed partial record NumbersConfig
{
    /// <summary>How many neighbours vote.</summary>
    [Uniform(1, 200)] public int Neighbours { get; init; } = 5;

    [LogUniform(1, 4096)] public long Leaves { get; init; } = 31;

    [Uniform(0, 250, Step = 10)] public byte Percent { get; init; } = 50;

    [LogUniform(1e-5, 1)] public double Rate { get; init; } = 0.01;

    [Uniform(0.1, 0.7)] public float Dropout { get; init; } = 0.3f;

    [Uniform(0, 1, Step = 0.1)] public decimal Share { get; init; } = 0.5m;

    [Normal(0, 1)] public double Bell { get; init; }

    [Normal(10, 3, Low = 0, High = 20)] public int Count { get; init; } = 10;

    [LogNormal(0, 1)] public double Tail { get; init; } = 1;

    [Uniform(1, 60)] public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    [Choice("lbfgs", "sgd", "adam")] public string Solver { get; init; } = "adam";

    [Ordinal("small", "middle", "large", "huge")] public string Size { get; init; } = "middle";
}
