using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

public enum Phase { Warm, @class, Done = 7 }
[Metrics] public readonly partial record struct Score([Maximize] double F1, [Record] double A, [Record] float B, [Record] Half C, [Record] decimal D, [Record] sbyte E, [Record] byte F, [Record] short G, [Record] ushort H, [Record] int I, [Record] uint J, [Record] long K, [Record] ulong L, [Record] bool M, [Record] Phase N, [Record] string O, [Record] TimeSpan P, string Unmarked);
[Metrics] public partial record struct Nullable { [Minimize] public double Loss { get; set; } [Record] public double? A { get; init; } [Record] public float? B { get; init; } [Record] public Half? C { get; init; } [Record] public decimal? D { get; init; } [Record] public int? I { get; init; } [Record] public ulong? L { get; init; } [Record] public bool? M { get; init; } [Record] public Phase? N { get; init; } [Record] public string? O { get; init; } [Record] public TimeSpan? P { get; init; } }
[Metrics] public partial struct Odd { [Minimize] public double Records { get; set; } [Record(Name = "a \"b\"")] public required string @class { get; init; } [Record] public double Twice => 2 * Records; [Record] public int EncodeRecords { get; private set; } [Record, Obsolete("old")] public int Old { get; set; } }
[SearchSpace] public partial record Config([Choice] bool A);
