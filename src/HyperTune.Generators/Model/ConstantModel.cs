using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Model;

/// <summary>A constant of a parameter's type.</summary>
/// <param name="Value">The value.</param>
/// <param name="Member">For a value of an enum, the first member that has it; null where none does, and for any other type.</param>
/// <param name="IsMemberObsolete">Whether to use that member would be reported.</param>
internal sealed record ConstantModel(ConstantValue Value, string? Member = null, bool IsMemberObsolete = false);
