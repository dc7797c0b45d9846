using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace HyperTune.Spaces.Coding;

/// <summary>Whether vectors are the same; values of parameters that are inactive are not numbers, and the same as each other.</summary>
internal sealed class VectorComparer : IEqualityComparer<ReadOnlyMemory<double>>
{
    public static VectorComparer Instance { get; } = new();

    public bool Equals(ReadOnlyMemory<double> x, ReadOnlyMemory<double> y) => x.Span.SequenceEqual(y.Span);

    public int GetHashCode([DisallowNull] ReadOnlyMemory<double> obj)
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(obj.Span));
        return hash.ToHashCode();
    }
}
