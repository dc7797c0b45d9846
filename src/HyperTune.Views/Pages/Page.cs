using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HyperTune.Views.Documents;

namespace HyperTune.Views.Pages;

/// <summary>
/// A page in one file, which opens without a network: the studies as data, and the script and the style that draw them. The policy in it lets nothing else run,
/// whatever names and values the studies have.
/// </summary>
internal static class Page
{
    private const string Tool = "HyperTune";

    /// <summary>Makes a page.</summary>
    /// <param name="studies">The first is shown, the others are compared with it.</param>
    /// <param name="made">When the page is made.</param>
    /// <param name="views">The plots to show; all where that is empty.</param>
    /// <param name="focus">The names of the parameters that plots of chosen ones are about.</param>
    /// <exception cref="InvalidOperationException">The assembly was built without its web part.</exception>
    public static string Of(IReadOnlyList<StudySource> studies, DateTimeOffset made, IReadOnlyList<string>? views = null, IReadOnlyList<string>? focus = null)
    {
        // Both stand between their tags exactly as their hashes say.
        string script = WebPart.Read("report.js").Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
        string style = WebPart.Read("report.css");
        string policy = $"default-src 'none'; script-src '{HashOf(script)}'; style-src '{HashOf(style)}'; img-src data: blob:; base-uri 'none'; form-action 'none'";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="{Tool}">
            <title>{HtmlEncoder.Default.Encode(studies[0].Name)}</title>
            <style>{style}</style>
            </head>
            <body>
            <main id="page"><noscript>This page draws a study with a script of its own; allow scripts to see it.</noscript></main>
            <script type="application/json" id="data">{DataOf(studies, made, views ?? [], focus ?? [])}</script>
            <script>{script}</script>
            <!--
            {WebPart.Licences.Replace("--", "- -", StringComparison.Ordinal)}
            -->
            </body>
            </html>

            """;
    }

    /// <summary>The data of a page as JSON that may stand in a script element: what could end it is escaped.</summary>
    private static string DataOf(IReadOnlyList<StudySource> studies, DateTimeOffset made, IReadOnlyList<string> views, IReadOnlyList<string> focus)
    {
        using var content = new MemoryStream();

        // The default encoder escapes angle brackets, ampersands, quotes and all that is not ASCII.
        using (var writer = new Utf8JsonWriter(content))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 1);
            writer.WriteString("made", made.UtcDateTime);
            writer.WriteString("tool", $"{Tool} {typeof(Page).Assembly.GetName().Version?.ToString(3)}");
            Names(writer, "views", views);
            Names(writer, "focus", focus);
            writer.WriteStartArray("studies");
            foreach (StudySource study in studies)
            {
                StudyDocument.For(study).Write(writer, study);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
    }

    private static void Names(Utf8JsonWriter writer, string property, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(property);
        foreach (string name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
