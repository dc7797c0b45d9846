namespace HyperTune.Generators.Model;

/// <summary>One of a parameter's listed values.</summary>
/// <param name="Literal">The value as code.</param>
/// <param name="Pattern">The constant pattern that finds it; for a time span, of its ticks.</param>
/// <param name="Label">The value as invariant text.</param>
internal sealed record ListedValue(string Literal, string Pattern, string Label);
