using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>The names by which the runtime's types are found in a compilation.</summary>
internal static class KnownNames
{
    public const string Namespace = "HyperTune";
    public const string SearchSpaceAttribute = "HyperTune.SearchSpaceAttribute";
    public const string MetricsAttribute = "HyperTune.MetricsAttribute";
    public const string DistributionAttribute = "DistributionAttribute";

    /// <summary>Whether the compilation knows the runtime at all.</summary>
    public static bool IsRuntimeReferenced(Compilation compilation) => !compilation.GetTypesByMetadataName(SearchSpaceAttribute).IsEmpty;
}
