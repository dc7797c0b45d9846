namespace HyperTune.Generators.Declarations;

/// <summary>The distribution attributes of the runtime.</summary>
internal enum DistributionKind
{
    Uniform,
    LogUniform,
    Normal,
    LogNormal,
    Choice,
    Ordinal,
    Subset,
    Permutation,
    Proportions,
}
