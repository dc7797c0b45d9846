namespace HyperTune.Generators.Model;

/// <summary>A constraint.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="IsByReference">Whether its argument is an in parameter.</param>
/// <param name="IsHidden">Whether the descriptor cannot see the method: a private one of a case.</param>
internal sealed record ConstraintModel(string Name, bool IsHidden, bool IsByReference);
