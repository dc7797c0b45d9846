using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using HyperTune.CompilerServices;

namespace HyperTune.Studies.Restored;

/// <summary>
/// The shape of a config, told from the names of its parameters: <c>Layers[0].Units</c> is in the first item of a list, <c>Solver.Adam.Beta</c> in the case
/// <c>Adam</c> of a choice between types. The JSON is what the config's type writes, but that times are numbers of seconds, and orders, subsets and shares the
/// values that a vector has of them.
/// </summary>
internal sealed class ConfigTree
{
    private const string Absent = "absent";
    private const string Present = "present";
    private const string CaseName = "Case";
    private const string CountName = "Count";

    private readonly ConfigNode _root = new();

    /// <param name="parameters">The parameters of the space.</param>
    /// <param name="isNested">Whether dots and brackets in their names mean something; another program's names are names.</param>
    public ConfigTree(ImmutableArray<Parameter> parameters, bool isNested)
    {
        foreach (Parameter parameter in parameters)
        {
            ConfigNode node = _root;
            foreach (string part in isNested ? PartsOf(parameter.Name) : [parameter.Name])
            {
                node = node.Member(part);
            }

            node.Parameter = parameter;
        }
    }

    /// <summary>The config of a vector.</summary>
    public JsonObject ToJson(ReadOnlySpan<double> vector) => Members(_root, vector);

    // "Layers[0].Units" is Layers, [0] and Units. What is in brackets and no number belongs to the name.
    private static IEnumerable<string> PartsOf(string name) => name.Split('.').SelectMany(static part =>
    {
        var parts = new List<string>();
        while (part.EndsWith(']') && part.LastIndexOf('[') is > 0 and var bracket && IsNumber(part.AsSpan(bracket + 1, part.Length - bracket - 2)))
        {
            parts.Insert(0, part[bracket..]);
            part = part[..bracket];
        }

        parts.Insert(0, part);
        return parts;
    });

    private static bool IsNumber(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static JsonObject Members(ConfigNode node, ReadOnlySpan<double> vector, string? caseName = null)
    {
        var members = new JsonObject();
        if (caseName is not null)
        {
            members.Add(ConfigJson.CaseMember, caseName);
        }

        foreach ((string name, ConfigNode member) in node.Members)
        {
            if (Exists(member, vector) && !members.ContainsKey(name))
            {
                members.Add(name, Value(member, vector));
            }
        }

        return members;
    }

    private static JsonNode? Value(ConfigNode node, ReadOnlySpan<double> vector)
    {
        if (node.IsList)
        {
            var items = new JsonArray();
            foreach ((string name, ConfigNode item) in node.Members)
            {
                if (name != CountName && Exists(item, vector))
                {
                    items.Add(Value(item, vector));
                }
            }

            return items;
        }

        if (node.Members.Count == 0)
        {
            return Number(node.Parameter!, vector[node.Parameter!.Index]);
        }

        if (node.Parameter is null)
        {
            return Members(node, vector);
        }

        string label = node.Parameter.Format(vector[node.Parameter.Index]);
        bool isOptional = node.Parameter.Distribution.Labels is [Absent, Present];
        if (!isOptional)
        {
            return Case(node, label, vector);
        }

        ConfigNode? selector = node.Find(CaseName);
        return label == Absent ? null
            : selector?.Parameter is { } choice && Exists(selector, vector) ? Case(node, choice.Format(vector[choice.Index]), vector)
            : Members(node, vector);
    }

    private static JsonObject Case(ConfigNode node, string label, ReadOnlySpan<double> vector) => Members(node.Find(label) ?? new ConfigNode(), vector, label);

    private static JsonNode? Number(Parameter parameter, double value)
    {
        ImmutableArray<string> labels = parameter.Distribution.Labels;
        if (labels.IsEmpty)
        {
            return double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(value.ToString("R", CultureInfo.InvariantCulture));
        }

        string label = parameter.Format(value);
        return labels.All(static text => text is "true" or "false") ? JsonValue.Create(label == "true")
            : labels.All(IsFinite) ? JsonValue.Create(double.Parse(label, NumberStyles.Float, CultureInfo.InvariantCulture))
            : JsonValue.Create(label);
    }

    private static bool IsFinite(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);

    // A part exists where one of its values does.
    private static bool Exists(ConfigNode node, ReadOnlySpan<double> vector)
    {
        if (node.Parameter is { } parameter)
        {
            return !double.IsNaN(vector[parameter.Index]);
        }

        foreach ((_, ConfigNode member) in node.Members)
        {
            if (Exists(member, vector))
            {
                return true;
            }
        }

        return false;
    }
}
