using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Model;

/// <summary>An argument that could be left out, at its default.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="TypeName">The parameter's fully qualified type.</param>
/// <param name="Value">The default, where null stands for that of the type; nothing for an empty list of arguments.</param>
internal sealed record OptionalArgumentModel(string Name, string TypeName, ConstantValue? Value);
