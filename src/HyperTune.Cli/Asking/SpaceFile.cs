using System.Collections.Immutable;
using System.Text.Json;
using HyperTune.Cli.Commands;
using HyperTune.Spaces.Comparison;

namespace HyperTune.Cli.Asking;

/// <summary>
/// Reads a search space from JSON, in the words of the attributes: <c>{"Rate": {"logUniform": [1e-4, 0.1], "default": 1e-3}, "Kind": {"choice": ["a", "b"]}}</c>.
/// Parameters come before those whose existence or range depends on them.
/// </summary>
internal static class SpaceFile
{
    private static readonly string[] Kinds = ["uniform", "logUniform", "normal", "logNormal", "choice", "ordinal"];
    private static readonly string[] Others = ["step", "integer", "low", "high", "default", "when", "notAbove", "notBelow"];

    /// <exception cref="CommandException">The text is no search space; the message names the parameter and what is wrong.</exception>
    public static SpaceOutline Read(string json)
    {
        JsonElement root;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            root = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new CommandException($"The space is no JSON: {exception.Message}");
        }

        if (root.ValueKind != JsonValueKind.Object || !root.EnumerateObject().Any())
        {
            throw new CommandException("The space must be a JSON object with a member a parameter, for instance {\"Rate\": {\"logUniform\": [1e-4, 0.1]}}.");
        }

        var parameters = new List<Parameter>();
        var outlines = ImmutableArray.CreateBuilder<ParameterOutline>();
        foreach (JsonProperty member in root.EnumerateObject())
        {
            try
            {
                ParameterOutline outline = Parse(member.Name, member.Value, parameters);
                outlines.Add(outline);
                parameters.Add(new Parameter<double>(
                    outline.Name, parameters.Count, outline.Distribution, outline.Default ?? outline.Distribution.FromUnit(0.5), static value => value, static value => value));
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
            {
                throw new CommandException($"Parameter '{member.Name}' of the space: {exception.Message.ReplaceLineEndings(" ")}");
            }
        }

        return new SpaceOutline("", outlines.ToImmutable()) { HasConstraints = false };
    }

    private static ParameterOutline Parse(string name, JsonElement text, List<Parameter> earlier)
    {
        if (name.Length == 0 || earlier.Exists(parameter => parameter.Name == name))
        {
            throw new FormatException(name.Length == 0 ? "it has no name." : "it is there twice.");
        }

        if (text.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("it must be an object such as {\"uniform\": [0, 1]}.");
        }

        string[] members = [.. text.EnumerateObject().Select(static member => member.Name)];
        if (members.FirstOrDefault(static member => !Kinds.Contains(member) && !Others.Contains(member)) is { } unknown)
        {
            throw new FormatException($"'{unknown}' is not known; there are: {string.Join(", ", [.. Kinds, .. Others])}.");
        }

        if (members.Where(static member => Kinds.Contains(member)).ToArray() is not [var kind])
        {
            throw new FormatException($"it needs exactly one of {string.Join(", ", Kinds)}.");
        }

        Distribution distribution = ParseDistribution(kind, text);
        var outline = new ParameterOutline(name, distribution, ConditionOf(text, earlier));
        return outline with { Default = text.TryGetProperty("default", out JsonElement value) ? DefaultOf(distribution, value) : DefaultBeside(distribution, text, earlier) };
    }

    // The middle of a range may be beyond the value that bounds it; that value itself is not.
    private static double? DefaultBeside(Distribution distribution, JsonElement text, List<Parameter> earlier)
        => (text.TryGetProperty("notAbove", out JsonElement bound) || text.TryGetProperty("notBelow", out bound))
            && Ranged(bound, earlier).DefaultValue is var other && distribution.Contains(other)
            ? other
            : null;

    private static Distribution ParseDistribution(string kind, JsonElement text)
    {
        bool isInteger = text.TryGetProperty("integer", out JsonElement integer) && integer.GetBoolean();
        if (kind is "choice" or "ordinal")
        {
            ImmutableArray<string> labels = [.. text.GetProperty(kind).EnumerateArray().Select(Label)];
            return kind == "choice" ? new ChoiceDistribution(labels) : new OrdinalDistribution(labels);
        }

        if (text.GetProperty(kind) is not { ValueKind: JsonValueKind.Array } pair || pair.EnumerateArray().Select(static number => number.GetDouble()).ToArray() is not [var first, var second])
        {
            throw new FormatException($"'{kind}' must be an array of two numbers.");
        }

        return kind switch
        {
            "uniform" => new UniformDistribution(first, second, NumberOf(text, "step") ?? (isInteger ? 1 : 0)),
            "logUniform" => new LogUniformDistribution(first, second, isInteger),
            "normal" => new NormalDistribution(first, second, NumberOf(text, "low") ?? double.NegativeInfinity, NumberOf(text, "high") ?? double.PositiveInfinity, isInteger),
            _ => new LogNormalDistribution(first, second, NumberOf(text, "low") ?? 0, NumberOf(text, "high") ?? double.PositiveInfinity, isInteger),
        };
    }

    private static double DefaultOf(Distribution distribution, JsonElement value)
    {
        double start = distribution.Labels.IsEmpty ? value.GetDouble() : distribution.Labels.IndexOf(Label(value));
        return distribution.Contains(start) ? start : throw new FormatException($"the default {value.GetRawText()} is not allowed. Allowed: {distribution}.");
    }

    // As a storage keeps it: the bound's text, a question mark and the condition's.
    private static string ConditionOf(JsonElement text, List<Parameter> earlier)
    {
        string condition = "";
        if (text.TryGetProperty("when", out JsonElement when))
        {
            condition = when.ValueKind == JsonValueKind.Object && when.EnumerateObject().ToArray() is [var only]
                ? ConditionOn(Find(only.Name, earlier), only.Value).Canonical
                : throw new FormatException("'when' must be an object with one member: {\"when\": {\"Kind\": \"a\"}}, a list of values, or {\"atLeast\": 1, \"atMost\": 2}.");
        }

        return text.TryGetProperty("notAbove", out JsonElement above) ? $"{ParameterBound.NotAbove(Ranged(above, earlier)).Canonical}?{condition}"
            : text.TryGetProperty("notBelow", out JsonElement below) ? $"{ParameterBound.NotBelow(Ranged(below, earlier)).Canonical}?{condition}"
            : condition;
    }

    private static ParameterCondition ConditionOn(Parameter parent, JsonElement values)
    {
        if (values.ValueKind == JsonValueKind.Object)
        {
            return ParameterCondition.InRange(parent, NumberOf(values, "atLeast") ?? double.NegativeInfinity, NumberOf(values, "atMost") ?? double.PositiveInfinity);
        }

        JsonElement[] listed = values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray()] : [values];
        return ParameterCondition.OneOf(parent, [.. listed.Select(value =>
        {
            double vectorValue = parent.Distribution.Labels.IsEmpty ? value.GetDouble() : parent.Distribution.Labels.IndexOf(Label(value));
            return parent.Distribution.Contains(vectorValue)
                ? vectorValue
                : throw new FormatException($"'{parent.Name}' is never {value.GetRawText()}: {parent.Distribution}.");
        })]);
    }

    private static Parameter Ranged(JsonElement name, List<Parameter> earlier)
        => Find(name.GetString() ?? "", earlier) is { Distribution.Labels.IsEmpty: true } other
            ? other
            : throw new FormatException($"'{name.GetString()}' has a list of values and cannot be an end of a range.");

    private static Parameter Find(string name, List<Parameter> earlier)
        => earlier.Find(parameter => parameter.Name == name) ?? throw new FormatException($"there is no parameter '{name}' before it.");

    private static double? NumberOf(JsonElement text, string member) => text.TryGetProperty(member, out JsonElement number) ? number.GetDouble() : null;

    private static string Label(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => NumberFormat.Invariant(value.GetDouble()),
        _ => throw new FormatException($"{value.GetRawText()} is no value: a text, a number, true or false."),
    };
}
