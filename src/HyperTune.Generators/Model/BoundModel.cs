namespace HyperTune.Generators.Model;

/// <summary>An end of a parameter's range that depends on another parameter.</summary>
/// <param name="Other">The stable name of the other parameter, one of the same type.</param>
/// <param name="IsUpper">Whether the value is not above that of the other; otherwise it is not below.</param>
internal sealed record BoundModel(string Other, bool IsUpper);
