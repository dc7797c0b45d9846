namespace HyperTune.Spaces.Comparison;

/// <summary>What a parameter means, without its config type: as much as a storage keeps of it.</summary>
/// <param name="Name">The dotted path.</param>
/// <param name="Distribution">The values and how likely each is.</param>
/// <param name="Condition">The condition's canonical text, behind that of a bound by another parameter; empty for neither.</param>
internal sealed record ParameterOutline(string Name, Distribution Distribution, string Condition)
{
    /// <summary>The condition in words; what a storage keeps is the canonical text only.</summary>
    public string ConditionText { get; init; } = Condition.Length == 0 ? "always" : Condition;

    /// <summary>The vector value at the default point; <see langword="null"/> where it is not known. It is no part of what the parameter means.</summary>
    public double? Default { get; init; }

    /// <summary>The type of the values in the config; <see langword="null"/> where only a storage knows the parameter.</summary>
    public Type? ValueType { get; init; }

    public static ParameterOutline Of(Parameter parameter)
    {
        string canonical = parameter.Bound is { } bound ? $"{bound.Canonical}?{parameter.Condition?.Canonical}" : parameter.Condition?.Canonical ?? "";
        string existence = parameter.Condition is { } condition ? $"when {condition}" : "always";
        return new(parameter.Name, parameter.Distribution, canonical)
        {
            ConditionText = parameter.Bound is null ? existence : $"{existence}, {parameter.Bound}",
            Default = parameter.DefaultValue,
            ValueType = parameter.ValueType,
        };
    }

    /// <summary>How this parameter differs from the one of the same name in an earlier space.</summary>
    public IEnumerable<SpaceDifference> CompareWith(ParameterOutline earlier)
    {
        if (earlier.Distribution.Canonical != Distribution.Canonical)
        {
            yield return new SpaceDifference(KindOf(earlier.Distribution, Distribution), Name, earlier.Distribution.ToString(), Distribution.ToString());
        }

        if (earlier.Condition != Condition)
        {
            yield return new SpaceDifference(SpaceDifferenceKind.ConditionChanged, Name, earlier.ConditionText, ConditionText);
        }
    }

    private static SpaceDifferenceKind KindOf(Distribution before, Distribution after)
    {
        bool keeps = before.Covers(after);
        bool adds = after.Covers(before);
        return (keeps, adds) switch
        {
            (true, false) => SpaceDifferenceKind.Narrowed,
            (false, true) => SpaceDifferenceKind.Widened,
            _ => SpaceDifferenceKind.Changed,
        };
    }
}
