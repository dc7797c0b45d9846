using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

public interface IHasUnits { int Units { get; } }
[SearchSpace] public sealed partial class Config : IHasUnits, IEquatable<Config>
{
    [Uniform(1, 5)] public int Units { get; init; } = 2;
    public bool Equals(Config? other) => other?.Units == Units;
    public override bool Equals(object? obj) => Equals(obj as Config);
    public override int GetHashCode() => Units;
}
