namespace HyperTune.Strategies.Gradient;

/// <summary>Configs that a local run wants tried before it goes on, and later their trials.</summary>
internal sealed class LocalRequest
{
    /// <summary>The configs.</summary>
    public List<double[]> Vectors { get; } = [];

    /// <summary>Their trials, once all have ended.</summary>
    public List<KnownTrial> Results { get; } = [];

    /// <summary>Asks for other configs than before.</summary>
    public LocalRequest For(params ReadOnlySpan<double[]> vectors)
    {
        Vectors.Clear();
        Vectors.AddRange(vectors);
        Results.Clear();
        Results.AddRange(new KnownTrial[vectors.Length]);
        return this;
    }
}
