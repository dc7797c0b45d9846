using System.Text;
using System.Text.Json;

namespace HyperTune.Views.Configs;

/// <summary>JSON as indented text.</summary>
internal static class JsonText
{
    /// <summary>What is written, as text with a line break at its end.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length) + "\n";
    }
}
