using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HyperTune.CompilerServices;

namespace HyperTune.Views.Configs;

/// <summary>A config as a C# object initializer. The journal does not know types: enums and times stand there as texts and numbers of seconds.</summary>
internal static class CSharpText
{
    private const int Indent = 4;

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate", "do",
        "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int",
        "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true",
        "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>The expression that makes the config.</summary>
    public static string Of(JsonObject config)
    {
        var text = new StringBuilder();
        Write(text, config, depth: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                string type = members.TryGetPropertyValue(ConfigJson.CaseMember, out JsonNode? name) ? $" {Identifier(name!.GetValue<string>())}" : "";
                WriteLines(
                    text,
                    $"new{type}{(type.Length == 0 || members.Count == 1 ? "()" : "")}",
                    ('{', '}'),
                    [.. members.Where(static member => member.Key != ConfigJson.CaseMember).Select(static member => ($"{Identifier(member.Key)} = ", member.Value))],
                    depth);
                break;
            case JsonArray { Count: > 0 } items:
                WriteLines(text, "", ('[', ']'), [.. items.Select(static item => ("", item))], depth);
                break;
            case JsonArray:
                text.Append("[]");
                break;
            default:
                text.Append(node.GetValueKind() == JsonValueKind.String ? Literal(node.GetValue<string>()) : node.ToJsonString());
                break;
        }
    }

    private static void WriteLines(StringBuilder text, string start, (char Open, char Close) brackets, List<(string Start, JsonNode? Value)> lines, int depth)
    {
        text.Append(start);
        if (lines.Count == 0)
        {
            return;
        }

        string margin = new(' ', depth * Indent);
        text.Append(start.Length == 0 ? "" : $"\n{margin}").Append(brackets.Open).Append('\n');
        foreach ((string before, JsonNode? value) in lines)
        {
            text.Append(margin).Append(' ', Indent).Append(before);
            Write(text, value, depth + 1);
            text.Append(",\n");
        }

        text.Append(margin).Append(brackets.Close);
        text.Append(depth == 0 ? ";" : "");
    }

    // Names of other programs need not be names in C#.
    private static string Identifier(string name)
    {
        string valid = string.Concat(name.Select(static c => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > '~' && char.IsLetter(c)) ? c : '_'));
        return valid.Length == 0 || char.IsDigit(valid[0]) ? $"_{valid}" : Keywords.Contains(valid) ? $"@{valid}" : valid;
    }

    private static string Literal(string value)
    {
        var text = new StringBuilder("\"");
        foreach (char c in value)
        {
            _ = c is '"' or '\\' ? text.Append('\\').Append(c)
                : c is >= ' ' and <= '~' || char.IsLetterOrDigit(c) ? text.Append(c)
                : text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return text.Append('"').ToString();
    }
}
