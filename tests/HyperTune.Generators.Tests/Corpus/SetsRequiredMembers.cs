using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial class Config
{
    [SetsRequiredMembers] public Config() => Other = "o";
    public required string Other { get; set; }
    [Uniform(0, 1)] public required double A { get; init; }
}
