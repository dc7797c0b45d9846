namespace HyperTune.Tests;

/// <summary>A space of optional parts, a plain and a conditional one.</summary>
[SearchSpace]
internal sealed partial record StoredTrainer
{
    public StoredWarmup? Warmup { get; init; }

    public StoredTrainerSolver? Solver { get; init; } = new StoredTrainerSolver.Direct();
}

[SearchSpace]
internal sealed partial record StoredWarmup([Uniform(1, 6)] int Epochs);

[SearchSpace]
internal abstract partial record StoredTrainerSolver
{
    public sealed record Direct : StoredTrainerSolver;

    public sealed record Stepwise([Ordinal(1, 10)] int Steps) : StoredTrainerSolver;
}
