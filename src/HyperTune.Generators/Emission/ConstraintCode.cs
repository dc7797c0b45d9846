using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A constraint with the name of the accessor through which the descriptor calls it, where it cannot see it.</summary>
internal sealed class ConstraintCode(ConstraintModel model, string typeName, string accessor)
{
    public string Name => model.Name;

    /// <summary>The declaration of the accessor, or null where none is needed.</summary>
    public string? AccessorDeclaration => model.IsHidden
        ? "[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.StaticMethod, "
            + $"Name = {Literals.String(model.Name)})]\nprivate static extern bool {accessor}({typeName}? type, {(model.IsByReference ? "in " : "")}{typeName} config);"
        : null;

    /// <summary>Whether a config satisfies the constraint.</summary>
    public string Call => model.IsHidden ? $"{accessor}(null, config)" : $"{typeName}.{Identifiers.Escape(model.Name)}(config)";
}
