using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    public Model Model { get; init; } = new Model.Net { Layers = [new(4)] };
    public Model Teacher { get; init; } = new Model.Tree(3);
}
[SearchSpace] public abstract partial record Model
{
    public sealed record Tree([Uniform(1, 5)] int Depth) : Model;
    public sealed record Net : Model
    {
        [Repeat(1, 3)] public ImmutableArray<Layer> Layers { get; init; } = [new(1)];
        public Optimizer Optimizer { get; init; } = new Optimizer.Sgd(0.5);
        [Choice] public bool Warm { get; init; }
        [When(nameof(Warm), true)] public Schedule Schedule { get; init; } = new(10);
    }
}
[SearchSpace] public abstract partial record Optimizer
{
    public sealed record Sgd([Uniform(0, 1)] double Momentum) : Optimizer;
    public sealed record Adam([Uniform(0, 1)] double Beta1, [Uniform(0, 1)] double Beta2) : Optimizer;
}
[SearchSpace] public readonly partial record struct Layer([Uniform(1, 8)] int Units);
[SearchSpace] public partial class Schedule { public Schedule() : this(5) { } public Schedule(int steps) => Steps = steps; [Uniform(1, 20)] public int Steps { get; init; } }
