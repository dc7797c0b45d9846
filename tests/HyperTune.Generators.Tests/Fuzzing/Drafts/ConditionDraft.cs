namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A condition of a declaration.</summary>
internal sealed class ConditionDraft
{
    /// <summary>The deciding member.</summary>
    public required MemberDraft Parent { get; init; }

    /// <summary>The values that make the other exist; empty where a range does.</summary>
    public List<object?> Values { get; init; } = [];

    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>Whether the parent is named by nameof rather than by a string.</summary>
    public bool IsNameof { get; init; }

    public string Write(EnumDraft enumeration)
    {
        var arguments = new List<string> { IsNameof ? $"nameof({Names.Escape(Parent.Name)})" : $"\"{Parent.Name}\"" };
        arguments.AddRange(Values.Select(value => MemberTypes.Argument(value, enumeration)));
        if (Low is { } low)
        {
            arguments.Add("Low = " + MemberTypes.Number(low));
        }

        if (High is { } high)
        {
            arguments.Add("High = " + MemberTypes.Number(high));
        }

        return $"When({string.Join(", ", arguments)})";
    }
}
