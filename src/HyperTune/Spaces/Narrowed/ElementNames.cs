namespace HyperTune.Spaces.Narrowed;

/// <summary>The names of parameters that stand for those of all elements of a list, such as <c>Hidden[*].Units</c>.</summary>
internal static class ElementNames
{
    /// <summary>What such a name has in the place of an element's number.</summary>
    public const string Each = "[*]";

    /// <summary>
    /// The parameters of a whole space that a parameter stands for: itself, or those of all elements. Empty where the parameter belongs to another space.
    /// </summary>
    public static IReadOnlyList<Parameter> Find(SearchSpace whole, Parameter parameter)
    {
        Parameter own = parameter.Whole;
        if (own.Index < whole.DimensionCount && ReferenceEquals(whole.Parameters[own.Index], own))
        {
            return [own];
        }

        string[] parts = own.Name.Split(Each);
        return parts.Length == 1
            ? []
            : [.. whole.Parameters.Where(element => element.ValueType == own.ValueType
                && element.Distribution.Canonical == own.Distribution.Canonical
                && Matches(element.Name, parts))];
    }

    // The parts with a number in brackets between them.
    private static bool Matches(ReadOnlySpan<char> name, string[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            if (!name.StartsWith(parts[i], StringComparison.Ordinal))
            {
                return false;
            }

            name = name[parts[i].Length..];
            if (i < parts.Length - 1)
            {
                int end = name.IndexOf(']');
                if (end < 2 || name[0] != '[' || name[1..end].ContainsAnyExceptInRange('0', '9'))
                {
                    return false;
                }

                name = name[(end + 1)..];
            }
        }

        return name.IsEmpty;
    }
}
