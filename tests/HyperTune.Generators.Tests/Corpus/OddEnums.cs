using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Choice] public Wide Flags { get; init; } = Wide.All;
    [Choice(Wide.A, Wide.All)] public Wide Some { get; init; } = Wide.A;
    [Choice] public Signed S { get; init; } = Signed.Minus;
    [Choice(Wide.A, null)] public Wide? Maybe { get; init; } = Wide.A;
}
[Flags] public enum Wide : ulong { None, A = 1, All = ulong.MaxValue }
public enum Signed : sbyte { Minus = -128, Plus = 127 }
