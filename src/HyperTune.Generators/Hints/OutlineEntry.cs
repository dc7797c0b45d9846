using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Hints;

/// <summary>A parameter of a search space, nested ones included, as a study knows it.</summary>
/// <param name="Name">The dotted path.</param>
/// <param name="Canonical">What the runtime's fingerprint has of it, behind the name.</param>
/// <param name="Space">The type that declares it: a space, or a case of one.</param>
/// <param name="Member">The member that it is of; null for the choice of a case and for whether a part is there.</param>
/// <param name="IsCount">Whether it is the number of elements of a list.</param>
/// <param name="IsOwn">Whether the member is one of the outermost type itself.</param>
internal sealed record OutlineEntry(string Name, string Canonical, SpaceDeclaration Space, ParameterDeclaration? Member, bool IsCount, bool IsOwn)
{
    /// <summary>The name with nothing between brackets, so that all elements of a list have the same.</summary>
    public string Declared => WithoutIndices(Name);

    /// <summary>A name with nothing between brackets.</summary>
    public static string WithoutIndices(string name)
    {
        for (int open = name.IndexOf('['); open >= 0; open = name.IndexOf('[', open + 1))
        {
            int close = name.IndexOf(']', open);
            name = close < 0 ? name : name.Remove(open + 1, close - open - 1);
        }

        return name;
    }
}
