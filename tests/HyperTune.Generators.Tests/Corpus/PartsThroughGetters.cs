using HyperTune;

[SearchSpace]
public sealed partial class Outer(Inner inner)
{
    public Inner Inner => inner;

    [Choice] public bool Flag { get; init; }
}

[SearchSpace]
public sealed partial class Inner
{
    [Uniform(0, 1)] public double X { get; set; } = 0.5;
}

[Metrics]
public readonly partial struct Score([Minimize] double loss)
{
    public double Loss => loss;
}

public static class Use
{
    public static Outer.Gradient Gradient => new() { Inner = new Inner.Gradient { X = 1 } };

    public static Metric Loss => Score.Metrics.Loss;
}
