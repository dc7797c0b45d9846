using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record @class
{
    [Choice] public @enum @event { get; init; }
    [When(nameof(@event), @enum.@base), Uniform(0, 1)] public double @params { get; init; }
    [Repeat(1, 2)] public ImmutableArray<@struct> @in { get; init; } = [new(0.5)];
    public @record @void { get; init; } = new @record.@if(0.5);
    [Constraint] private static bool @is(@class @this) => @this.@params >= 0;
}
public enum @enum { @base, @object }
[SearchSpace] public partial record struct @struct([Uniform(0, 1)] double @out);
[SearchSpace] public abstract partial record @record
{
    public sealed record @if([Uniform(0, 1)] double @else) : @record;
    public sealed record @while([Choice] bool @do) : @record;
}
