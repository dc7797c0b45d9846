using System.ComponentModel;

namespace HyperTune.CompilerServices;

/// <summary>
/// Stands behind the overloads that only a type without a search space can mean, so that the compiler says what is missing rather than that a constraint does
/// not hold.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MissingSpace
{
    /// <summary>What the compiler says.</summary>
    public const string Message = "The type is no search space: mark it with [SearchSpace] and make it partial. If it is, the generator does not run here: "
        + "reference the package HyperTune, or in a project reference to HyperTune.Generators say OutputItemType=\"Analyzer\" ReferenceOutputAssembly=\"false\".";
}
