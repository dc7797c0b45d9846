namespace HyperTune.Generators.Model;

/// <summary>What another part of a type must repeat.</summary>
/// <param name="Form">The type's form.</param>
/// <param name="Name">Its name.</param>
/// <param name="TypeParameters">The names of its own type parameters.</param>
internal sealed record TypePartModel(TypeForm Form, string Name, EquatableArray<string> TypeParameters);
