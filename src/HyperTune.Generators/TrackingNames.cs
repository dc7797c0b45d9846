namespace HyperTune.Generators;

/// <summary>The names of the generator's own pipeline steps, by which tests find them.</summary>
internal static class TrackingNames
{
    /// <summary>What the parser made of each declaration marked as a search space: a model, or nothing.</summary>
    public const string Parsed = nameof(Parsed);

    /// <summary>The models of all search spaces, one each.</summary>
    public const string Spaces = nameof(Spaces);

    /// <summary>What the parser made of each declaration marked as a set of metrics: a model, or nothing.</summary>
    public const string ParsedMetrics = nameof(ParsedMetrics);

    /// <summary>The models of all sets of metrics, one each.</summary>
    public const string Metrics = nameof(Metrics);
}
