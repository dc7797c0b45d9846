using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial class Config
{
    protected Config(int shared) => Shared = shared;
    public int Shared { get; }
    public sealed class A() : Config(1) { [Uniform(0, 1)] public double X { get; set; } = 0.5; }
    public sealed class B([Uniform(1, 9)] int size = 3) : Config(2) { public int Size { get; } = size; }
    public abstract class C : Config { protected C() : base(3) { } [Choice] public bool F { get; init; } public sealed class D : C; public sealed class E : C { [When(nameof(G), true), Uniform(0, 1)] public double H { get; init; } [Choice] public bool G { get; init; } } }
}
