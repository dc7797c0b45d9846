using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

public partial class Generic<T> where T : notnull
{
    public partial struct Inner<TKey, TValue> where TValue : struct
    {
        [SearchSpace] public partial record Config { [Uniform(0, 1)] public double A { get; init; } public T? Value { get; init; } }
    }
}
