namespace HyperTune.Generators.Model;

/// <summary>How a config's creation sets a tuned member.</summary>
/// <param name="Argument">The name of the constructor's parameter, or null where an object initializer sets the member.</param>
/// <param name="IsMandatory">Whether the language demands a value: the argument has no default, or the property is required.</param>
/// <param name="Initial">What a creation that leaves the member out gives it.</param>
internal sealed record BindingModel(string? Argument, bool IsMandatory, DefaultKind Initial);
