using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(-9007199254740992, 9007199254740992)] public long Any { get; init; }
    [Uniform(0, 255)] public byte Octet { get; init; } = 255;
    [Uniform(-32768, 32767)] public short Word { get; init; } = short.MinValue;
    [Uniform(int.MinValue, int.MaxValue)] public int Number { get; init; } = int.MinValue;
    [Uniform(-922337203685, 922337203685)] public TimeSpan Span { get; init; } = TimeSpan.Zero;
    [Uniform(-7.9e28, 7.9e28)] public decimal Money { get; init; } = 1m;
    [Uniform(-3.4e38, 3.4e38)] public float Single { get; init; }
    [Uniform(-1.7e308, 1.7e308)] public double Double { get; init; } = -0.0;
    [LogUniform(5e-324, double.MaxValue)] public double Tiny { get; init; } = 1;
    [LogUniform(1, int.MaxValue)] public int LogNumber { get; init; } = 1;
    [LogUniform(1e-7, 1e9)] public TimeSpan LogSpan { get; init; } = TimeSpan.FromTicks(1);
}
