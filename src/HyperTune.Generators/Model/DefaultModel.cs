namespace HyperTune.Generators.Model;

/// <summary>The default of a member.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Constant">The constant; null where it is none.</param>
internal sealed record DefaultModel(DefaultKind Kind, ConstantModel? Constant = null);
