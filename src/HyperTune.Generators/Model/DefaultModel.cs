namespace HyperTune.Generators.Model;

/// <summary>The default of a member.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Literal">The constant as code of the member's type; null where it is none.</param>
/// <param name="Text">The default in words, or null where nothing is known at compile time.</param>
internal sealed record DefaultModel(DefaultKind Kind, string? Literal, string? Text);
