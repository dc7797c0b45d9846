using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

public abstract class Base<T> { public required T Value { get; init; } public virtual T? Other { get; set; } }
[SearchSpace] public sealed partial class Config : Base<int>
{
    [SetsRequiredMembers] public Config() { Value = 3; }
    [Uniform(0, 1)] public double X { get; init; } = 0.5;
}
