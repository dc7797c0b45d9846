using System.Globalization;
using System.Text;
using HyperTune.Text;

namespace HyperTune.Models.Hints;

/// <summary>What a hint suggests, as C#.</summary>
internal static class HintCode
{
    private const string CountName = "Count";

    /// <summary>The attribute of a parameter with another end.</summary>
    public static string Bounds(SearchSpace space, Parameter parameter, bool isUpper, double end)
    {
        double low = isUpper ? parameter.Distribution.Low : end;
        double high = isUpper ? end : parameter.Distribution.High;
        string range = $"{NumberFormat.Invariant(low)}, {NumberFormat.Invariant(high)}";
        string attribute = parameter.Distribution switch
        {
            UniformDistribution when ListOf(space, parameter) is not null => $"Repeat({range})",
            UniformDistribution { Step: var step } when step > 0 && (step != 1 || !IsInteger(parameter.ValueType)) => $"Uniform({range}, Step = {NumberFormat.Invariant(step)})",
            UniformDistribution => $"Uniform({range})",
            LogUniformDistribution => $"LogUniform({range})",
            NormalDistribution normal => $"Normal({NumberFormat.Invariant(normal.Mean)}, {NumberFormat.Invariant(normal.StandardDeviation)}, Low = {NumberFormat.Invariant(low)}, High = {NumberFormat.Invariant(high)})",
            LogNormalDistribution normal => $"LogNormal({NumberFormat.Invariant(normal.LogMean)}, {NumberFormat.Invariant(normal.LogStandardDeviation)}, Low = {NumberFormat.Invariant(low)}, High = {NumberFormat.Invariant(high)})",
            Distribution other => other.ToString(),
        };
        return $"[{attribute}]    // {Printable.Of(ListOf(space, parameter) ?? parameter.Name)}";
    }

    /// <summary>The part of a space in which a parameter has a single value.</summary>
    public static string Fixed(SearchSpace space, Parameter parameter, double value) => Narrowed(space, parameter, $"Fix({Value(parameter, value)})");

    /// <summary>The part of a space in which a parameter has fewer values.</summary>
    public static string Narrowed(SearchSpace space, Parameter parameter, string call) => $"{space.Name}.Space.Narrow(s => s.{Path(parameter)}.{call})";

    /// <summary>The config with some values of its own; those of nested parts behind their paths.</summary>
    public static string Config(SearchSpace space, IEnumerable<(Parameter Parameter, double Value)> values)
    {
        var text = new StringBuilder($"new {space.Name}\n{{\n");
        foreach ((Parameter parameter, double value) in values)
        {
            bool isOwn = Path(parameter) == parameter.PropertyName;
            text.Append("    ").Append(isOwn ? "" : "// ").Append(Path(parameter)).Append(" = ").Append(Value(parameter, value)).Append(",\n");
        }

        return text.Append('}').ToString();
    }

    /// <summary>A constraint on one value.</summary>
    /// <param name="space">The space.</param>
    /// <param name="parameter">A parameter of the config itself, which always exists.</param>
    /// <param name="comparison">The operator.</param>
    /// <param name="value">What it is compared with.</param>
    public static string Constraint(SearchSpace space, Parameter parameter, string comparison, double value)
        => $"[Constraint] private static bool Works({space.Name} config) => config.{parameter.PropertyName} {comparison} {Value(parameter, value)};";

    /// <summary>The list whose number of elements a parameter is; <see langword="null"/> for another.</summary>
    public static string? ListOf(SearchSpace space, Parameter parameter)
        => parameter.Name.EndsWith($".{CountName}", StringComparison.Ordinal) && parameter.Name[..^(CountName.Length + 1)] is var list
            && space.Parameters.Any(other => other.Name.StartsWith($"{list}[0]", StringComparison.Ordinal))
            ? list
            : null;

    /// <summary>A value as C#: of an enum by its name, of a text in quotes.</summary>
    public static string Value(Parameter parameter, double value)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ValueType) ?? parameter.ValueType;
        string text = parameter.Format(value);
        if (type == typeof(TimeSpan) && parameter.Distribution.Labels.IsEmpty)
        {
            return $"TimeSpan.FromSeconds({NumberFormat.Invariant(value)})";
        }

        if (type.IsEnum)
        {
            return text.Length > 0 && text.All(static c => char.IsLetterOrDigit(c) || c == '_') && !char.IsDigit(text[0]) ? $"{type.Name}.{text}" : $"({type.Name})({text})";
        }

        bool isPlain = text is "true" or "false" or "null" || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return type == typeof(float) ? $"{text}f"
            : type == typeof(decimal) ? $"{text}m"
            : type == typeof(string) || !isPlain ? Quoted(text)
            : text;
    }

    private static bool IsInteger(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    // The config's property, which may have another name in studies.
    private static string Path(Parameter parameter)
        => Printable.Of($"{parameter.Name[..(parameter.Name.LastIndexOf('.') + 1)]}{parameter.PropertyName}");

    private static string Quoted(string text) => $"\"{Printable.Of(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";
}
