using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(-3, 120)] public sbyte A { get; init; } = -3;
    [Uniform(0, 65535)] public ushort B { get; init; }
    [LogUniform(1, 4294967295)] public uint C { get; init; } = 4000000000;
    [Uniform(0, 9007199254740992)] public ulong D { get; init; } = 9007199254740992;
    [Choice(18446744073709551615, 1)] public ulong E { get; init; } = 18446744073709551615;
    [Uniform(-2, 2)] public Half F { get; init; } = (Half)0.1f;
    [Uniform(0, 1, Step = 0.1)] public Half G { get; init; }
    [Choice(0.1, 0.7, 65504)] public Half H { get; init; } = (Half)0.7f;
    [Choice(0.1, null)] public Half? I { get; init; }
    [Choice('a', '\'', '\u2028', '\\')] public char J { get; init; } = 'a';
    [Choice('a', '\0')] public char K { get; init; }
    [Ordinal('x', 'y', null)] public char? L { get; init; } = 'y';
    [When(nameof(J), 'a', '\\'), Choice(1, 2)] public sbyte M { get; init; } = 1;
    [When(nameof(A), Low = 0), Uniform(0, 9)] public ushort? N { get; init; }
    [When(nameof(E), 18446744073709551615), Choice(4294967295, 0)] public uint O { get; init; }
    [When(nameof(G), 0.3), Choice] public bool P { get; init; }
    [When(nameof(P), true), Choice(1, null)] public ushort? R { get; init; }
    [When(nameof(P), true), Choice(1, null)] public sbyte? S { get; init; } = 1;
    [Repeat(0, 2), Uniform(0, 1)] public Half[] Q { get; init; } = [(Half)0.5f];
}
