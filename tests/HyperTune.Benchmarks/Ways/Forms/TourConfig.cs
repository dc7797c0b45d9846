using System.Collections.Immutable;

namespace HyperTune.Benchmarks.Forms;

/// <summary>A round trip through cities.</summary>
[SearchSpace]
internal sealed partial record TourConfig
{
    [Permutation(Tour.Cities)] public ImmutableArray<int> Cities { get; init; }
}
