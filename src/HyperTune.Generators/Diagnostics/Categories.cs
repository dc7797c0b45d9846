namespace HyperTune.Generators.Diagnostics;

/// <summary>The category of each band of ids.</summary>
internal static class Categories
{
    /// <summary>HT1xxx.</summary>
    public const string Declaration = "HyperTune.Declaration";

    /// <summary>HT2xxx.</summary>
    public const string Range = "HyperTune.Range";

    /// <summary>HT3xxx.</summary>
    public const string Condition = "HyperTune.Condition";

    /// <summary>HT4xxx.</summary>
    public const string Usage = "HyperTune.Usage";
}
