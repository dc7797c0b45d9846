using System.Text.Json;
using System.Text.Json.Nodes;

namespace HyperTune.Views.Configs;

/// <summary>A config as settings, each a path and a value, as .NET's configuration reads them from the environment and the command line.</summary>
internal static class SettingText
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+./:=,@%";

    /// <summary>The settings of a config; parts that are absent have none.</summary>
    /// <param name="config">The config.</param>
    /// <param name="section">The section before every path; empty for none.</param>
    /// <param name="separator">What stands between the parts of a path.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(JsonObject config, string section, string separator) => Of(section, config, separator);

    /// <summary>A word as a shell takes it: in quotes where it has anything but letters, digits and harmless marks. Nothing in it commands the terminal.</summary>
    public static string Quote(string word)
    {
        string printable = Printable.Of(word);
        return printable.Length > 0 && !printable.AsSpan().ContainsAnyExcept(Plain)
            ? printable
            : $"'{printable.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    private static IEnumerable<KeyValuePair<string, string>> Of(string path, JsonNode? node, string separator) => node switch
    {
        null => [],
        JsonObject members => members.SelectMany(member => Of(Join(path, member.Key, separator), member.Value, separator)),
        JsonArray items => items.SelectMany((item, i) => Of(Join(path, NumberFormat.Invariant(i), separator), item, separator)),
        _ => [new(path, node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString())],
    };

    private static string Join(string path, string name, string separator) => path.Length == 0 ? name : $"{path}{separator}{name}";
}
