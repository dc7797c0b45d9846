using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config : IComparable<Config>
{
    [Uniform(0, 1)] public double A { get; init; }
    public int CompareTo(Config? other) => A.CompareTo(other?.A);
    public static bool operator <(Config a, Config b) => a.A < b.A;
    public static bool operator >(Config a, Config b) => a.A > b.A;
    public static bool operator <=(Config a, Config b) => a.A <= b.A;
    public static bool operator >=(Config a, Config b) => a.A >= b.A;
    public double this[int index] => index;
    public static double Static { get; set; }
    public const int Constant = 3;
    public event EventHandler? Changed { add { } remove { } }
    public override string ToString() => "config";
}
