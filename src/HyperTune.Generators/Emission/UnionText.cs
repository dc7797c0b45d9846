using System.Linq;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>Texts about the cases of a conditional space.</summary>
internal static class UnionText
{
    /// <summary>The name of the selector where its full name is not known.</summary>
    public static string NameLiteral(NodeCode union) => Literals.String(union.IsRoot ? union.Model.Name : union.CasePath);

    /// <summary>The stable names of the cases, as arguments of a distribution.</summary>
    public static string Labels(NodeCode union) => string.Join(", ", union.Cases.Select(static inner => Literals.String(inner.Model.Name)));

    /// <summary>The names of all cases as JSON has them, in words.</summary>
    public static string CaseNames(NodeCode root) => Literals.String(string.Join(", ", root.Leaves.Select(static leaf => leaf.CasePath)));
}
