using System.Text.Json.Nodes;

namespace HyperTune.Views.Configs;

/// <summary>The forms in which a config can be pasted into a program, its settings or its command line.</summary>
internal static class ConfigFormat
{
    /// <summary>A table for people.</summary>
    public const string Text = "text";

    /// <summary>The names of all forms.</summary>
    public static readonly string[] All = [Text, "csharp", "json", "appsettings", "env", "args"];

    /// <summary>Writes a config.</summary>
    /// <param name="format">One of <see cref="All"/>, but for <see cref="Text"/>.</param>
    /// <param name="config">The config.</param>
    /// <param name="section">The section of settings that it goes to; empty for none.</param>
    /// <param name="title">What a comment says above it, where the form has comments.</param>
    public static string Write(string format, JsonObject config, string section, string title) => format switch
    {
        "csharp" => $"// {Printable.Of(title)}\n{CSharpText.Of(config)}\n",
        "json" => JsonText.Of(writer => config.WriteTo(writer)),
        "appsettings" => JsonText.Of(writer => (section.Length == 0 ? config : new JsonObject { [section] = config }).WriteTo(writer)),
        "env" => string.Concat(SettingText.Of(config, section, "__").Select(static setting => $"{setting.Key}={SettingText.Quote(setting.Value)}\n")),
        "args" => string.Join(' ', SettingText.Of(config, section, ":").Select(static setting => SettingText.Quote($"--{setting.Key}={setting.Value}"))) + "\n",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such form."),
    };
}
