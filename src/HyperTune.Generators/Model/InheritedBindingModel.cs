namespace HyperTune.Generators.Model;

/// <summary>How the creation of a case sets a member that it inherits.</summary>
/// <param name="Member">The member's stable name.</param>
/// <param name="Binding">How it is set.</param>
internal sealed record InheritedBindingModel(string Member, BindingModel Binding);
