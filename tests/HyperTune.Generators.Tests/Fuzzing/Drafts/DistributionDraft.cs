namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A distribution attribute of a declaration, and what it allows.</summary>
internal sealed class DistributionDraft
{
    /// <summary>The attribute's name.</summary>
    public required string Kind { get; set; }

    public double? Low { get; set; }

    public double? High { get; set; }

    public double? Step { get; set; }

    /// <summary>Whether only the low end is sure to be allowed, because another value bounds the range.</summary>
    public bool IsBounded { get; set; }

    public double Mean { get; set; }

    public double StandardDeviation { get; set; }

    /// <summary>The values listed; empty also where a bool or an enum lists none.</summary>
    public List<object?> Values { get; set; } = [];

    /// <summary>Whether the values are written as an array.</summary>
    public bool IsArray { get; set; }

    public string? StableName { get; set; }

    public bool IsList => Kind is "Choice" or "Ordinal";

    public bool IsNormal => Kind is "Normal" or "LogNormal";

    /// <summary>The attribute as C#.</summary>
    public string Write(EnumDraft enumeration)
    {
        var arguments = new List<string>();
        if (IsList && IsArray)
        {
            arguments.Add($"new object?[] {{ {string.Join(", ", Values.Select(value => MemberTypes.Argument(value, enumeration)))} }}");
        }
        else if (IsList)
        {
            arguments.AddRange(Values.Select(value => MemberTypes.Argument(value, enumeration)));
        }
        else if (IsNormal)
        {
            arguments.AddRange([Text(Mean), Text(StandardDeviation)]);
            AddNamed(nameof(Low), Low);
            AddNamed(nameof(High), High);
        }
        else
        {
            arguments.AddRange([Text(Low!.Value), Text(High!.Value)]);
            AddNamed(nameof(Step), Step);
        }

        if (StableName is not null)
        {
            arguments.Add($"Name = {MemberTypes.Argument(StableName, enumeration)}");
        }

        return arguments.Count == 0 ? Kind : $"{Kind}({string.Join(", ", arguments)})";

        void AddNamed(string name, double? value)
        {
            if (value is { } number)
            {
                arguments.Add($"{name} = {Text(number)}");
            }
        }
    }

    private static string Text(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => MemberTypes.Number(value),
    };
}
