using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

/// <summary>Unions three deep, each level with members of its own.</summary>
[SearchSpace]
public abstract partial record Config
{
    [Uniform(0, 1)] public double Shared { get; init; } = 0.25;
    public abstract record Tree([Uniform(1, 9)] int Depth) : Config
    {
        public sealed record Leaf([Choice] bool Prune, int Depth = 3) : Tree(Depth);
        public abstract record Forest(int Depth) : Tree(Depth)
        {
            [LogUniform(1, 1000)] public int Trees { get; init; } = 10;
            public sealed record Bagged(int Depth, [Uniform(0.1, 1)] double Fraction) : Forest(Depth);
            public sealed record Boosted(int Depth, [LogUniform(1e-3, 1)] double Rate) : Forest(Depth);
        }
    }
    public sealed record Linear : Config
    {
        [LogUniform(1e-6, 1)] public double Penalty { get; init; } = 1e-3;
    }
}
